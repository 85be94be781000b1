package org.rovingpm.bulkchange;

import java.time.Instant;

/**
 * What somebody does to many at once.
 *
 * @param person   whose tasks or cases it is about; null for failed steps
 * @param toPerson who gets them; null where nobody does
 * @param days     by how many working days their deadlines move; null where they do not
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

    /** What can be done to many at once. */
    public enum Kind {
        REASSIGN("Give all tasks of a person to another"),
        FIND_ANOTHER_PM("Find another PM for every case of an absent PM"),
        MOVE_DEADLINES("Move the deadlines of all tasks of a person"),
        RETRY("Try all failures of a step again");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What became of a bulk item. */
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
     * @param outcome null while it waits
     * @param said    what became of it, in a sentence
     */
    public record Row(
            int position,
            String subject,
            String reference,
            String label,
            Outcome outcome,
            String said,
            Instant workedAt) {}

    /** How far it has come. */
    public record Progress(int all, int done, int refused) {

        public int left() {
            return all - done - refused;
        }
    }
}
