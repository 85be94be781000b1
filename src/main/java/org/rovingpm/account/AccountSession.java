package org.rovingpm.account;

import java.time.Instant;

/**
 * The session of somebody who has signed in.
 *
 * @param client             browser and system in words
 * @param usedAt             to the minute
 * @param confirmedAt        when they last entered their password
 * @param mustChangePassword whether they must choose a password of their own before anything else
 * @param mustSetUpFactor    whether they must set up a second factor before anything else
 */
public record AccountSession(
        long id,
        String client,
        Instant beganAt,
        Instant usedAt,
        Instant confirmedAt,
        boolean mustChangePassword,
        boolean mustSetUpFactor) {}
