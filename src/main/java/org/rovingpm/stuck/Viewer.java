package org.rovingpm.stuck;

import java.util.Collection;
import java.util.Set;
import org.rovingpm.access.Role;

/**
 * Somebody who looks at stuck cases, with what they may see and do. Process managers repair processes: they see case
 * numbers, steps and causes, but neither practices nor PMs.
 *
 * @param user   user id
 * @param groups the groups of their roles
 */
public record Viewer(String user, Set<String> groups) {

    public Viewer(String user, Collection<String> groups) {
        this(user, Set.copyOf(groups));
    }

    public boolean seesPractices() {
        return is(StuckAccess.SEE_PRACTICES);
    }

    /** Whether they see failures outside cases, or in many at once. */
    public boolean seesProcesses() {
        return is(StuckAccess.MEND);
    }

    public boolean mayRetry() {
        return seesProcesses();
    }

    public boolean mayRemind() {
        return seesPractices();
    }

    public boolean mayReassign() {
        return is(StuckAccess.REASSIGN);
    }

    public boolean usesCockpit() {
        return is(StuckAccess.USE_COCKPIT);
    }

    private boolean is(Set<Role> roles) {
        return Role.ofGroups(groups).stream().anyMatch(roles::contains);
    }
}
