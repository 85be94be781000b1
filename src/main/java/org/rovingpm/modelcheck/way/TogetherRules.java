package org.rovingpm.modelcheck.way;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.flow.DrawnProcess;

/**
 * The rules that look at all processes together, as they would be in force: a change of one must not break another that it calls
 * or is called by.
 */
public class TogetherRules {

    private final SubmittedFiles all;

    public TogetherRules(SubmittedFiles all) {
        this.all = all;
    }

    /**
     * @param processes the submitted processes, each with its findings
     * @param rest      for what would break in processes that are not submitted
     */
    public void check(Map<BpmnFile, Findings> processes, Findings rest) {
        boolean sound = processes.values().stream().allMatch(to -> to.problems().isEmpty());
        // A step that has lost its form or its listener sets nothing, and is reported for that
        List<TogetherRule> rules =
                sound ? List.of(new LoopRules(), new VariableFlowRules(all)) : List.of(new LoopRules());
        Map<String, DrawnProcess> drawn = DrawnProcess.all(all.inForceToBe());
        Map<String, Findings> others = new TreeMap<>();
        rules.forEach(rule -> {
            TogetherRule.Report report = rule.of(drawn);
            drawn.forEach((id, process) -> {
                Findings to = processes.get(process.file());
                report.add(process, to == null ? others.computeIfAbsent(id, Findings::new) : to);
            });
        });
        breaks(rules, others, rest);
    }

    /** Only what was right before has been broken by this deployment. */
    private void breaks(List<TogetherRule> rules, Map<String, Findings> others, Findings to) {
        others.values().removeIf(found -> found.problems().isEmpty());
        if (others.isEmpty()) {
            return;
        }
        Map<String, DrawnProcess> drawn = DrawnProcess.all(all.inForceNow());
        Map<String, Findings> before = new TreeMap<>();
        rules.forEach(rule -> {
            TogetherRule.Report report = rule.of(drawn);
            others.keySet().forEach(id -> report.add(drawn.get(id), before.computeIfAbsent(id, Findings::new)));
        });
        others.forEach((id, found) -> found.problems().stream()
                .filter(problem -> !before.get(id).problems().contains(problem))
                .forEach(problem -> to.problem(
                        "With this change the process “%s” would break: %s".formatted(id, problem.sentence()))));
    }
}
