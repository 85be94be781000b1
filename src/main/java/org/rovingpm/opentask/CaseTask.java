package org.rovingpm.opentask;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An open task of a case.
 *
 * @param id        the engine's id of the task
 * @param name      what it is called
 * @param assignee  user id of whose it is, or null
 * @param groups    whose members may take it; none where the process gives it to one person
 * @param createdAt since when it waits
 * @param dueAt     null where it has no due date
 * @param suspended whether it waits for the case to be resumed
 */
public record CaseTask(
        String id,
        String name,
        String assignee,
        List<String> groups,
        Instant createdAt,
        Instant dueAt,
        boolean suspended) {

    public CaseTask {
        groups = List.copyOf(groups);
    }

    /** Whether the person may do it: it is theirs, or their team's and nobody's. */
    public boolean isFor(String person, Collection<String> theirGroups) {
        return assignee == null ? groups.stream().anyMatch(Set.copyOf(theirGroups)::contains) : assignee.equals(person);
    }

    /** Whether it should have been done by now. A task of a case on hold is not late. */
    public boolean overdue(Instant now) {
        return !suspended && dueAt != null && dueAt.isBefore(now);
    }
}
