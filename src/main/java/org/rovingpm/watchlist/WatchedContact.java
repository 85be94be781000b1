package org.rovingpm.watchlist;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contact with a watched practice.
 *
 * @param withWhom   name and role at the practice
 * @param recordedBy user id of whoever made it
 */
public record WatchedContact(
        LocalDate on,
        ContactWay way,
        String withWhom,
        String whatSaid,
        HelpOffer help,
        Instant recordedAt,
        String recordedBy) {}
