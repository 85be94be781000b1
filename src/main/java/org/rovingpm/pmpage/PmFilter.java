package org.rovingpm.pmpage;

import org.rovingpm.roster.RosterStatus;

/**
 * Which PMs are asked for. A null matches everything.
 *
 * @param name     a part of the name
 * @param status   whether they take on work
 * @param help     code of a kind of help that they can give
 * @param free     only those who have sessions free this week
 * @param expiring only those with credentials that have run out or soon will
 */
public record PmFilter(String name, RosterStatus status, String help, boolean free, boolean expiring) {

    /** Everybody who takes on work. */
    public static PmFilter active() {
        return new PmFilter(null, RosterStatus.ACTIVE, null, false, false);
    }

    /** Whether it leaves out anybody who takes on work. */
    public boolean narrowed() {
        return name != null || help != null || free || expiring;
    }
}
