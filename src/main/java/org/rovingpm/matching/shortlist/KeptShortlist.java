package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A shortlist as it was when the service manager decided by it.
 *
 * @param who        user id of the service manager
 * @param offeredTo  user id of the PM; null where nobody was chosen
 * @param reason     why that PM and not the first, or why nobody; may be null
 * @param suitable   how many PMs were suitable in all
 * @param unsuitable how many were not
 * @param rows       those that were listed: the suitable first, best first
 */
public record KeptShortlist(
        long id,
        Instant at,
        String who,
        String offeredTo,
        String reason,
        int suitable,
        int unsuitable,
        List<Row> rows) {

    public KeptShortlist {
        rows = List.copyOf(rows);
    }

    /**
     * A PM on it.
     *
     * @param name  as it was
     * @param place among the suitable, from 1; null for those who were not
     * @param score points out of 100
     * @param why   what spoke for and against them, or which rules they did not meet, in their order
     */
    public record Row(String pm, String name, Integer place, BigDecimal score, List<Reason> why) {

        public Row {
            why = List.copyOf(why);
        }
    }

    /**
     * One reason.
     *
     * @param part   the name of the preference or of the eligibility rule, such as SKILLS or DBS_CHECK
     * @param points that it added to the score; null for a rule that was not met
     * @param words  may be null where there were only points
     */
    public record Reason(String part, BigDecimal points, String words) {

        /** @return the part as a word, where there is nothing else to say: “History” */
        public String label() {
            String label = part.replace('_', ' ').toLowerCase(Locale.ROOT);
            return Character.toUpperCase(label.charAt(0)) + label.substring(1);
        }
    }
}
