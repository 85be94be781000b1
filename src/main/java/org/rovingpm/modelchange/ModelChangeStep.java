package org.rovingpm.modelchange;

import java.time.Instant;

/**
 * A step in the review of a change.
 *
 * @param before the value before, such as a version; may be null
 * @param after  the value after; may be null
 * @param why    the reason or the result; may be null
 */
public record ModelChangeStep(Instant at, String who, Kind what, String before, String after, String why) {

    /** The kinds of steps. */
    public enum Kind {
        DEPLOYED("Deployed", false),
        UPGRADE_HELD("Upgrade held back", false),
        CHANGE_HELD("Held until it is reviewed", false),
        TRIED("Move tried", false),
        MOVE_BEGUN("Move of running cases started", false),
        MOVE_TRIED_AGAIN("Move retried", false),
        KEPT("Change kept", true),
        WENT_BACK("Earlier version restored", true),
        KEPT_OURS("Our version kept", true),
        TOOK_PACKAGED("Packaged version applied", true),
        MERGED("Merged version deployed", true),
        PUT_IN_FORCE("Put in force", true),
        DROPPED("Not put in force", true);

        private final String label;
        private final boolean decides;

        Kind(String label, boolean decides) {
            this.label = label;
            this.decides = decides;
        }

        public String label() {
            return label;
        }

        /** Whether it decides the review. */
        public boolean decides() {
            return decides;
        }
    }
}
