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
     * @param count as people read it, such as "1,204"; with a plus where there may be more than were counted
     */
    record Counted(String name, String count) {}

    /**
     * @param groups of the person
     * @return the lists that this person has, in the order in which Tasklist shows them
     */
    List<Counted> of(String person, Collection<String> groups);
}
