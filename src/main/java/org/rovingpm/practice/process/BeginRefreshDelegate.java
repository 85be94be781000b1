package org.rovingpm.practice.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.practice.PracticeRegisterRefreshProcess;
import org.rovingpm.practice.register.QueryRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component("beginRefresh")
class BeginRefreshDelegate implements JavaDelegate {

    private static final Logger LOG = LoggerFactory.getLogger(BeginRefreshDelegate.class);

    private final QueryRegister queryRegister;

    BeginRefreshDelegate(QueryRegister queryRegister) {
        this.queryRegister = queryRegister;
    }

    @Override
    public void execute(DelegateExecution process) {
        Optional<Long> refresh = process.hasVariable(PracticeRegisterRefreshProcess.Variables.REGISTER_REFRESH)
                ? Optional.of(RefreshVariables.refresh(process))
                : queryRegister.begin();
        process.setVariable(PracticeRegisterRefreshProcess.Variables.REGISTER_SET, refresh.isPresent());
        refresh.ifPresentOrElse(
                begun -> {
                    process.setVariable(PracticeRegisterRefreshProcess.Variables.REGISTER_REFRESH, begun);
                    RefreshVariables.setNext(process, queryRegister.next(begun));
                },
                () -> LOG.info(
                        "The register of practices was not refreshed: its API is not set (rovingpm.register.api.url)."));
    }
}
