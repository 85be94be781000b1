package org.rovingpm.home;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that a day of this week brings for a case.
 *
 * @param practices names of its practices, the leading one first
 * @param pmName    empty where it has no PM
 */
public record Coming(Kind kind, LocalDate on, String reference, List<String> practices, String pmName) {

    /** What is coming, as it is told. */
    public enum Kind {
        FIRST_VISIT("First visit"),
        WEEK_TO_REPORT("Week to report"),
        PLAN_ENDS("Job plan ends"),
        HOLD_ENDS("Hold ends");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Coming {
        practices = List.copyOf(practices);
    }
}
