package org.rovingpm.modelchange;

import java.time.Instant;
import java.util.List;

/**
 * A change of models that managers review.
 *
 * @param deployment the engine's id of the deployment; null for what is held, which is not deployed
 * @param files      the names of its files
 * @param decided    whether its review has been decided
 */
public record ModelChange(
        long id, Kind kind, String deployment, Instant madeAt, String madeBy, List<String> files, boolean decided) {

    /** How it came about. */
    public enum Kind {
        /** A manager deployed it. */
        DEPLOYED,
        /** An upgrade brought it, but a manager has a version of their own, so it is not in force. */
        UPGRADE,
        /** A manager sent it, and it waits for its review before it is in force. */
        HELD
    }

    public boolean isHeld() {
        return kind == Kind.HELD;
    }

    public boolean isUpgrade() {
        return kind == Kind.UPGRADE;
    }

    /** Its name for people, and the business key of its review. */
    public String name() {
        return nameOf(id);
    }

    static String nameOf(long id) {
        return "Change " + id;
    }
}
