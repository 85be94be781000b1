package org.rovingpm.modelcheck.bpmn;

import java.util.Arrays;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;

/** Each task is offered to groups that exist, or assigned to people who have an account. */
class TaskPeopleRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.nodes("userTask").forEach(task -> {
            String groups = task.camunda("candidateGroups");
            if (groups == null
                    && task.camunda("assignee") == null
                    && task.camunda("candidateUsers") == null
                    && task.children("humanPerformer", "potentialOwner")
                            .findAny()
                            .isEmpty()) {
                to.problem(
                        task,
                        "is offered to nobody: set its candidate groups, such as “coordinator”, or its assignee, such as ${rovingPm}.");
            }
            Stream.of("assignee", "candidateUsers")
                    .map(task::camunda)
                    .filter(people -> people != null && !Expressions.isExpression(people))
                    .flatMap(people -> Arrays.stream(people.split(",")))
                    .map(String::strip)
                    .filter(person -> !all.inForce().account(person).orElse(true))
                    .forEach(person -> to.problem(
                            task,
                            "is for “%s”, for whom there is no account: correct the name, or offer the task to a group."
                                    .formatted(person)));
            if (groups != null && !Expressions.isExpression(groups)) {
                Arrays.stream(groups.split(","))
                        .map(String::strip)
                        .filter(group -> !all.inForce().group(group))
                        .forEach(group -> to.problem(
                                task,
                                "is offered to the group “%s”, which does not exist: correct its candidate groups, or ask the administrator to create the group."
                                        .formatted(group)));
            }
        });
    }
}
