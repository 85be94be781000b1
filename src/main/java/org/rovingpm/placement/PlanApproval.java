package org.rovingpm.placement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An answer to a job plan.
 *
 * @param onWhoseWord who gave the answer; for a practice, as the coordinator noted it
 * @param comment     what should change, where the answer is no
 */
public record PlanApproval(
        Party party,
        Answer answer,
        Instant answeredAt,
        String recordedBy,
        String onWhoseWord,
        LocalDate answeredOn,
        String comment) {

    /** Whose answer a plan needs. */
    public enum Party {
        PM("PM"),
        PRACTICE("Practice"),
        BUDGET_HOLDER("Budget holder");

        private final String label;

        Party(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Yes or no to a plan. */
    public enum Answer {
        APPROVE,
        REFUSE
    }
}
