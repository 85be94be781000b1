package org.rovingpm.jobplan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An answer to a job plan.
 *
 * @param answeredBy who gave the answer, by name; for a practice, as it signed or as the coordinator recorded it
 * @param comment    what should change, where the answer is no
 */
public record PlanApproval(
        Party party,
        Answer answer,
        Instant answeredAt,
        String recordedBy,
        String answeredBy,
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
