package org.rovingpm.engine.task;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * A task as the new version of its model has it. What the new version changes, changes; what it leaves stays, also where people
 * have changed it meanwhile. Whoever has taken the task keeps it while it is offered to a group of theirs.
 */
class TaskOfNewVersion extends TaskDecorator {

    private final TaskDefinition now;
    private final TaskDeadline deadline;

    TaskOfNewVersion(TaskDefinition now, ExpressionManager expressions, TaskDeadline deadline) {
        super(now, expressions);
        this.now = now;
        this.deadline = deadline;
    }

    /** @param before its step in the version of the process where it stood */
    void follow(TaskEntity task, TaskDefinition before, String process, String step) {
        task.setTaskDefinition(now);
        if (differs(before, TaskDefinition::getNameExpression)) {
            task.setName(null);
            initializeTaskName(task, task.getExecution());
        }
        if (differs(before, TaskDefinition::getDescriptionExpression)) {
            task.setDescription(null);
            initializeTaskDescription(task, task.getExecution());
        }
        if (differs(before, TaskDefinition::getFollowUpDateExpression)) {
            task.setFollowUpDate(null);
            initializeTaskFollowUpDate(task, task.getExecution());
        }
        dueDate(task, before, process, step);
        if (differs(before, TaskDefinition::getPriorityExpression)) {
            task.setPriority(Task.PRIORITY_NORMAL);
            initializeTaskPriority(task, task.getExecution());
            deadline.prioritise(task);
        }
        people(task, before);
    }

    private void dueDate(TaskEntity task, TaskDefinition before, String process, String step) {
        if (differs(before, TaskDefinition::getDueDateExpression)) {
            task.setDueDate(null);
            initializeTaskDueDate(task, task.getExecution());
            deadline.setUnlessSet(task);
        } else if (now.getDueDateExpression() == null) {
            deadline.follow(task, process, step);
        }
    }

    private void people(TaskEntity task, TaskDefinition was) {
        if (!texts(was.getCandidateGroupIdExpressions()).equals(texts(now.getCandidateGroupIdExpressions()))
                || !texts(was.getCandidateUserIdExpressions()).equals(texts(now.getCandidateUserIdExpressions()))) {
            Set<IdentityLink> before = RightPerson.candidates(task);
            before.forEach(link -> remove(task, link));
            initializeTaskCandidateGroups(task, task.getExecution());
            initializeTaskCandidateUsers(task, task.getExecution());
            Set<IdentityLink> invited = RightPerson.candidates(task);
            // The task still knows what it has just lost
            invited.removeAll(before);
            if (task.getAssignee() != null && !RightPerson.isInvited(invited, task.getAssignee())) {
                task.setAssignee(null);
            }
        }
        if (differs(was, TaskDefinition::getAssigneeExpression)) {
            task.setAssignee(null);
            initializeTaskAssignee(task, task.getExecution());
        }
    }

    private static void remove(TaskEntity task, IdentityLink link) {
        if (link.getGroupId() == null) {
            task.deleteCandidateUser(link.getUserId());
        } else {
            task.deleteCandidateGroup(link.getGroupId());
        }
    }

    private boolean differs(TaskDefinition before, Function<TaskDefinition, Expression> of) {
        return !Objects.equals(text(of.apply(before)), text(of.apply(now)));
    }

    private static Set<String> texts(Collection<Expression> expressions) {
        return expressions.stream().map(TaskOfNewVersion::text).collect(Collectors.toSet());
    }

    private static String text(Expression expression) {
        return expression == null ? null : expression.getExpressionText();
    }
}
