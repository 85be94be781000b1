package org.rovingpm.hiddencase;

import java.time.Instant;

/**
 * Somebody who is kept out of a single case.
 *
 * @param person   user id
 * @param by       user id of the service manager who keeps them out
 * @param liftedAt null while it holds
 */
public record KeptOut(
        long id,
        String reference,
        String person,
        String reason,
        Instant at,
        String by,
        Instant liftedAt,
        String liftedBy,
        String liftReason) {}
