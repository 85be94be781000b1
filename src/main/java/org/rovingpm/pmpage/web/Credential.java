package org.rovingpm.pmpage.web;

import java.time.LocalDate;
import org.rovingpm.format.BritishFormat;

/**
 * The last day of a DBS check or an agreement in words.
 *
 * @param today the day on which it is read
 * @param soon  what is valid until before this day runs out soon
 */
record Credential(LocalDate validUntil, LocalDate today, LocalDate soon) {

    /** @return such as “3 December 2026” */
    public String inWords() {
        return BritishFormat.date(validUntil);
    }

    /** @return “Ran out” or “Runs out soon”; null where it does neither */
    public String warning() {
        if (validUntil.isBefore(today)) {
            return "Ran out";
        }
        return validUntil.isBefore(soon) ? "Runs out soon" : null;
    }
}
