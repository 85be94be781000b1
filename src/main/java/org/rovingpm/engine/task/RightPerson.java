package org.rovingpm.engine.task;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.rovingpm.submission.Refusal;

/**
 * A task is done by its assignee or, while it is unclaimed, by a member of the groups it is offered to. It can only
 * be given to such a member, and a task for one person to nobody else. The right to see or reassign a task is not a
 * right to do it.
 */
class RightPerson implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        Authentication actor = Context.getCommandContext().getAuthentication();
        if (actor == null || actor.getUserId() == null) {
            return;
        }
        if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
            refuseToTakeFromItsPerson(task);
            if (task.getAssignee() != null) {
                refuseOutsider(task, task.getAssignee(), groupsOf(task.getAssignee(), actor));
            }
        } else if (task.getAssignee() == null) {
            refuseOutsider(task, actor.getUserId(), groupsOf(actor.getUserId(), actor));
        } else if (!task.getAssignee().equals(actor.getUserId())) {
            throw new Refusal("This task is assigned to %s: ask them to do it, or to give it back."
                    .formatted(task.getAssignee()));
        }
    }

    /** A task that the model assigns to one person and offers to no group stays with that person. */
    private static void refuseToTakeFromItsPerson(DelegateTask task) {
        Expression its = ((TaskEntity) task).getTaskDefinition().getAssigneeExpression();
        Object person = its == null || !candidates(task).isEmpty() ? null : its.getValue(task);
        if (person != null && !person.equals(task.getAssignee())) {
            throw new Refusal("This task is for %s alone: it cannot be given to anybody else.".formatted(person));
        }
    }

    private static void refuseOutsider(DelegateTask task, String person, Collection<String> groups) {
        Set<IdentityLink> candidates = candidates(task);
        if (!isInvited(candidates, person, groups)) {
            throw new Refusal("This task is for %s: it cannot be done by or given to %s."
                    .formatted(
                            candidates.stream()
                                    .map(link -> link.getGroupId() == null ? link.getUserId() : link.getGroupId())
                                    .sorted()
                                    .collect(Collectors.joining(" or ")),
                            person));
        }
    }

    /** Whether this person or a group of theirs is among the candidates; everybody is where there are none. */
    static boolean isInvited(Set<IdentityLink> candidates, String person) {
        return isInvited(candidates, person, groupsOf(person));
    }

    private static boolean isInvited(Set<IdentityLink> candidates, String person, Collection<String> groups) {
        return candidates.isEmpty()
                || candidates.stream()
                        .anyMatch(link -> person.equals(link.getUserId())
                                || link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    static Set<IdentityLink> candidates(DelegateTask task) {
        return ((TaskEntity) task)
                .getCandidates().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .collect(Collectors.toSet());
    }

    private static List<String> groupsOf(String person, Authentication actor) {
        if (person.equals(actor.getUserId()) && actor.getGroupIds() != null) {
            return actor.getGroupIds();
        }
        return groupsOf(person);
    }

    private static List<String> groupsOf(String person) {
        CommandContext command = Context.getCommandContext();
        return command.runWithoutAuthorization(() ->
                command.getReadOnlyIdentityProvider().createGroupQuery(command).groupMember(person).list().stream()
                        .map(Group::getId)
                        .toList());
    }
}
