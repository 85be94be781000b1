package org.rovingpm.modelcheck.bpmn;

import java.util.List;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;

/** All rules for processes. */
public final class BpmnRules {

    private static final List<Rule> ALL = List.of(
            new ProcessRules(),
            new NoCodeRules(),
            new CallRules(),
            new BeanRules(),
            new TaskFormRules(),
            new TaskPeopleRules(),
            new GatewayRules(),
            new VariableRules(),
            new OverwriteRules(),
            new ComparisonRules(),
            new MessageRules(),
            new AwaitedRules(),
            new CalledElements(),
            new RetryRules(),
            new TimerRules(),
            new LiteralRules(),
            new EngineWordRules(),
            new TaskRowRules(),
            new RunningCaseRules());

    private BpmnRules() {}

    /**
     * @param file the processes to check
     * @param all  the files of the deployment, and the models in force
     * @param to   collects the findings
     */
    public static void check(BpmnFile file, SubmittedFiles all, Findings to) {
        ALL.forEach(rule -> rule.check(file, all, to));
    }
}
