package org.rovingpm.stuck;

import java.util.Collection;
import java.util.Set;
import org.rovingpm.access.Role;

/**
 * Somebody who looks at what is stuck, and what they may see of it and do about it. Process managers mend processes: they see
 * case numbers, steps and causes, and neither practices nor PMs.
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

    /** Whether what fails outside of any case, or in many at once, is theirs to know. */
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
