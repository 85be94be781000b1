package org.rovingpm.bulkchange;

import java.time.Instant;

/**
 * A change of many tasks, cases or failed steps at once.
 *
 * @param person   whose tasks or cases it is about; null for failed steps
 * @param toPerson who gets them; null if nobody does
 * @param days     by how many working days their deadlines move; null if they do not
 * @param failing  the version and step that fails, or null
 */
public record BulkChange(
        long id,
        Kind kind,
        String person,
        String toPerson,
        Integer days,
        String failing,
        String reason,
        String askedBy,
        Instant askedAt) {

    /** The kinds of bulk change. */
    public enum Kind {
        REASSIGN("Give all tasks of a person to another"),
        FIND_ANOTHER_PM("Find another PM for every case of an absent PM"),
        MOVE_DEADLINES("Move the deadlines of all tasks of a person"),
        RETRY("Retry all failures of a step");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The outcome of a bulk item. */
    public enum Outcome {
        DONE("Done"),
        REFUSED("Refused");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param outcome null while it is waiting
     * @param explanation    the result, in a sentence
     */
    public record Row(
            int position,
            String subject,
            String reference,
            String label,
            Outcome outcome,
            String explanation,
            Instant processedAt) {}

    /** Its progress. */
    public record Progress(int all, int done, int refused) {

        public int left() {
            return all - done - refused;
        }
    }
}
