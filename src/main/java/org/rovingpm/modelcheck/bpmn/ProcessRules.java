package org.rovingpm.modelcheck.bpmn;

import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.value.HistoryTimeRule;

/** Each process is executable and sets how long its history is kept. A task without a label is a warning. */
public class ProcessRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        if (file.processes().findAny().isEmpty()) {
            to.problem("The file has no process: save it again in the Modeler as a BPMN diagram of Camunda 7.");
        }
        file.processes().forEach(process -> {
            if (!"true".equals(process.own("isExecutable"))) {
                to.problem(process, "is not executable, so the engine would leave it out: tick “Executable”.");
            }
            HistoryTimeRule.check(process, process.camunda("historyTimeToLive"), all, to);
        });
        file.nodes(BpmnFile.TASKS)
                .filter(task -> task.label() == null && task.id() != null)
                .forEach(task ->
                        to.warning(task, "has no label: people see it in their task lists and reports by this name."));
    }
}
