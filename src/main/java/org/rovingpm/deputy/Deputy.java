package org.rovingpm.deputy;

import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.access.Role;

/**
 * Somebody who has a role for some days.
 *
 * @param person      user id
 * @param endsOn      the last day
 * @param appointedBy user id
 * @param begunAt     since when they have the role; null before the first day
 * @param endedAt     null until it is over
 * @param endedBy     user id of whoever ended it early, or "system"; null until it is over
 */
public record Deputy(
        long id,
        Role role,
        String person,
        LocalDate startsOn,
        LocalDate endsOn,
        String reason,
        Instant appointedAt,
        String appointedBy,
        Instant begunAt,
        Instant endedAt,
        String endedBy) {}
