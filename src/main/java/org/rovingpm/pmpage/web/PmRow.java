package org.rovingpm.pmpage.web;

import java.time.LocalDate;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.pmpage.ListedPm;

/**
 * A PM of the list in words.
 *
 * @param today the day on which it is read
 * @param soon  credentials that are valid until before this day run out soon
 */
record PmRow(ListedPm pm, LocalDate today, LocalDate soon) {

    public String practices() {
        String names = String.join(", ", pm.practices());
        if (pm.unnamed() == 0) {
            return names.isEmpty() ? null : names;
        }
        return "%s and %s more".formatted(names, BritishFormat.number(pm.unnamed()));
    }

    /** @return such as “3 of 4” */
    public String load() {
        return "%s of %s".formatted(BritishFormat.number(pm.placed()), BritishFormat.number(pm.offered()));
    }

    /** When a session is next free; null where they take on nothing. */
    public String nextFree() {
        if (pm.nextFree() == null) {
            return switch (pm.status()) {
                case ACTIVE -> "Not known: a plan has passed its end";
                case PAUSED, LEFT -> null;
            };
        }
        return pm.nextFree().isAfter(today) ? "Week of " + BritishFormat.date(pm.nextFree()) : "This week";
    }

    /** The last week reported for a practice of now; null where they support none. */
    public String lastReport() {
        if (pm.supported() == 0) {
            return null;
        }
        return pm.lastReport() == null ? "None yet" : BritishFormat.date(pm.lastReport());
    }

    public Credential dbs() {
        return new Credential(pm.dbsValidUntil(), today, soon);
    }

    public Credential agreement() {
        return new Credential(pm.agreementValidUntil(), today, soon);
    }
}
