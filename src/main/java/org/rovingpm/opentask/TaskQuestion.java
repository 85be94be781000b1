package org.rovingpm.opentask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which open tasks are asked for, in which order.
 *
 * @param assignee  whose tasks; null for anybody's
 * @param groups    of tasks that nobody has taken, those that a member of these may take; null for all
 * @param process   only of this process; null for all
 * @param others    what else must hold
 * @param orders    the most important first; none for the order in which they came, the latest first
 */
public record TaskQuestion(
        String assignee, Set<String> groups, String process, List<TaskCondition> others, List<TaskOrder> orders) {

    public TaskQuestion {
        groups = groups == null ? null : Set.copyOf(groups);
        others = List.copyOf(others);
        orders = List.copyOf(orders);
    }

    /** All open tasks, without an order. */
    public static TaskQuestion all() {
        return new TaskQuestion(null, null, null, List.of(), List.of());
    }

    public TaskQuestion of(String person) {
        return new TaskQuestion(person, groups, process, others, orders);
    }

    public TaskQuestion offeredTo(Set<String> some) {
        return new TaskQuestion(assignee, some, process, others, orders);
    }

    public TaskQuestion ofProcess(String key) {
        return new TaskQuestion(assignee, groups, key, others, orders);
    }

    public TaskQuestion where(TaskCondition condition) {
        List<TaskCondition> more = new ArrayList<>(others);
        more.add(condition);
        return new TaskQuestion(assignee, groups, process, more, orders);
    }

    public TaskQuestion inOrder(List<TaskOrder> some) {
        return new TaskQuestion(assignee, groups, process, others, some);
    }
}
