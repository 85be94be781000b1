package org.rovingpm.watchlist;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was written of a watched practice before somebody changed it.
 *
 * @param writtenBy user id
 */
public record EarlierEntry(
        WarningSign sign,
        String whatNoticed,
        LocalDate noticedOn,
        String noticedBy,
        LocalDate lookAgainOn,
        Instant writtenAt,
        String writtenBy) {}
