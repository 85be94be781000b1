package org.rovingpm.modelchange;

import java.time.Instant;

/**
 * What somebody did about a change.
 *
 * @param before what it was about before, such as a version; may be null
 * @param after  what it is about since; may be null
 * @param why    what they gave as their reason, or what came of it; may be null
 */
public record ModelChangeStep(Instant at, String who, Kind what, String before, String after, String why) {

    /** What can be done about a change. */
    public enum Kind {
        DEPLOYED("Deployed", false),
        UPGRADE_HELD("Upgrade held back", false),
        TRIED("Move tried", false),
        MOVE_BEGUN("Move of running cases begun", false),
        MOVE_TRIED_AGAIN("Move tried again", false),
        KEPT("Change kept", true),
        WENT_BACK("Went back to an earlier version", true),
        KEPT_OURS("Our version kept", true),
        TOOK_PACKAGED("Packaged version taken over", true),
        MERGED("Merged version deployed", true);

        private final String label;
        private final boolean decides;

        Kind(String label, boolean decides) {
            this.label = label;
            this.decides = decides;
        }

        public String label() {
            return label;
        }

        /** Whether it is the outcome of a review. */
        public boolean decides() {
            return decides;
        }
    }
}
