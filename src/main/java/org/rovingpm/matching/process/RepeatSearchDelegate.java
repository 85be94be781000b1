package org.rovingpm.matching.process;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.matching.ManagerMatchingProcess.Elements;
import org.rovingpm.matching.ManagerMatchingProcess.Variables;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

/**
 * Repeats the search beside the task that waits for somebody to be found. The jobs of one process run one after another: one that
 * others wait behind leaves the search to the last of them, which sees what all of them would.
 */
@Component("repeatSearch")
class RepeatSearchDelegate implements JavaDelegate {

    private final DrawUpShortlist drawUpShortlist;

    RepeatSearchDelegate(DrawUpShortlist drawUpShortlist) {
        this.drawUpShortlist = drawUpShortlist;
    }

    @Override
    public void execute(DelegateExecution process) {
        boolean wanted = stillMissing(process) && !anotherWaits(process);
        process.setVariable(Variables.ANYBODY_NEW, wanted && drawUpShortlist.repeat(StepCase.of(process)));
    }

    private static boolean stillMissing(DelegateExecution process) {
        return services(process)
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(process.getProcessInstanceId())
                        .taskDefinitionKey(Elements.RESOLVE_MISSING_PM)
                        .count()
                > 0;
    }

    /** One that has failed for good waits for nothing. */
    private static boolean anotherWaits(DelegateExecution process) {
        return services(process)
                .getManagementService()
                .createJobQuery()
                .processInstanceId(process.getProcessInstanceId())
                .activityId(Elements.REPEAT_SEARCH)
                .withRetriesLeft()
                .list()
                .stream()
                .anyMatch(job -> !job.getExecutionId().equals(process.getId()));
    }

    private static ProcessEngineServices services(DelegateExecution process) {
        return process.getProcessEngineServices();
    }
}
