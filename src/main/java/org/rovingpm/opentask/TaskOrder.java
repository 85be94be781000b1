package org.rovingpm.opentask;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One way to sort tasks.
 *
 * @param descending as in the engine, a task without a value then comes first
 */
public record TaskOrder(By by, boolean descending) {

    /** What tasks can be sorted by. */
    public enum By {
        DUE("t.due_at"),
        CREATED("t.created_at"),
        NAME("t.name"),
        NAME_WHATEVER_ITS_CASE("lower(t.name)"),
        ASSIGNEE("t.assignee"),
        PRIORITY("t.priority");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** With these behind it each order is that of an index, and is the same for each page. */
    private static final String LAST = "t.created_at desc, t.task_id";

    static String sql(List<TaskOrder> orders) {
        return orders.stream()
                        .map(order -> order.by().column + (order.descending() ? " desc, " : ", "))
                        .collect(Collectors.joining())
                + LAST;
    }
}
