package org.rovingpm.supportcase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.engine.Submission;
import org.rovingpm.supportcase.closure.CloseCase;
import org.springframework.stereotype.Component;

@Component("closeCase")
class CloseCaseDelegate implements JavaDelegate {

    private final CloseCase closeCase;

    CloseCaseDelegate(CloseCase closeCase) {
        this.closeCase = closeCase;
    }

    @Override
    public void execute(DelegateExecution process) {
        closeCase.close(StepCase.of(process), Submission.person());
    }
}
