package org.rovingpm.opentask;

import java.util.Collection;
import java.util.List;

/** How many tasks each list of Tasklist has for somebody. */
public interface TaskListCounts {

    /** The most lists that are counted: nobody has more. */
    int MOST = 30;

    /**
     * A list with how many tasks are in it.
     *
     * @param count at most {@link OpenTasks#MOST_COUNTED}
     * @param more  whether there may be more than were counted
     */
    record Counted(String name, long count, boolean more) {}

    /**
     * @param groups of the person
     * @return the lists that this person has, in the order in which Tasklist shows them
     */
    List<Counted> of(String person, Collection<String> groups);
}
