package org.rovingpm.practice.register;

import java.util.Locale;
import org.rovingpm.practice.OdsCode;

/**
 * What a new register changed about a practice.
 *
 * @param before what it was; null if there was nothing
 * @param after  what it is; null if there is nothing
 */
public record RegisterChange(OdsCode practice, Kind kind, String before, String after) {

    /** Kinds of changes; one practice may have several at once. */
    public enum Kind {
        /** In the table for the first time. */
        NEW,
        RENAMED,
        /** Another address or postcode. */
        MOVED,
        CLOSED,
        /** Active again after having been closed or dormant. */
        REOPENED,
        /** Any other change of status: dormant, proposed. */
        CHANGED_STATUS,
        MOVED_BETWEEN_ICBS,
        /** Known before, one of the scheme's practices now. */
        JOINED_SCHEME,
        /** Of another ICB now, or no longer listed: kept, because cases may refer to it. */
        LEFT_SCHEME,
        /** Not in the file any more. */
        NO_LONGER_LISTED,
        /** Telephone, sub-ICB location, dates of opening or closing. */
        CHANGED_DETAILS;

        /** The kind as words: "moved between ICBs". */
        String words() {
            return name().toLowerCase(Locale.UK).replace('_', ' ').replace("icbs", "ICBs");
        }
    }
}
