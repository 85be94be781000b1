package org.rovingpm.modelcheck.bpmn;

import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;

/** The processes and decisions that a process calls exist. */
class CalledElements implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.nodes("callActivity").forEach(call -> {
            String called = call.own("calledElement");
            if (called == null || called.isBlank()) {
                to.problem(
                        call, "calls no process: set the called element to the id of one, such as “manager-matching”.");
            } else if (Expressions.isExpression(called)) {
                to.problem(call, "has an expression as its called element: name the process.");
            } else if (!all.hasProcess(called)) {
                to.problem(
                        call,
                        "calls the process “%s”, which does not exist: deploy it together with this one, or correct the called element."
                                .formatted(called));
            }
        });
        file.nodes("businessRuleTask").forEach(task -> {
            String decision = task.camunda("decisionRef");
            if (decision == null && task.camunda("delegateExpression") == null) {
                to.problem(
                        task,
                        "asks no decision: set the decision reference to the id of one, such as “approval-level”.");
            } else if (decision != null && !all.hasDecision(decision)) {
                to.problem(
                        task,
                        "asks the decision “%s”, which does not exist: deploy it together with the process, or correct the decision reference."
                                .formatted(decision));
            }
        });
    }
}
