package org.rovingpm.jobplan;

import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.practice.OdsCode;

/**
 * An answer to a job plan.
 *
 * @param practice   the practice that answered; null for the PM and the budget holder
 * @param answeredBy who gave the answer, by name; for a practice, as it signed or as the coordinator recorded it
 * @param comment    what should change, where the answer is no
 */
public record PlanApproval(
        Party party,
        OdsCode practice,
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
