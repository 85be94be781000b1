package org.rovingpm.modelchange;

import java.util.Map;

/** The tasks in which changes are decided. */
public interface ReviewTasks {

    /** Whether the change still awaits its decision. */
    boolean isOpen(long change);

    /** Completes the task of the change with these answers, as this person would in Tasklist. */
    void complete(long change, Map<String, Object> typed);
}
