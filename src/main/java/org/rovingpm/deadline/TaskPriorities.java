package org.rovingpm.deadline;

import java.util.List;

/** Gives tasks the priority of late ones. */
public interface TaskPriorities {

    /** @return of how many it has been changed; one that somebody does at this moment is left out */
    int late(List<LateTask> tasks);
}
