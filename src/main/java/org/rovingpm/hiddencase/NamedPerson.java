package org.rovingpm.hiddencase;

import java.time.Instant;

/**
 * Somebody who sees a confidential case.
 *
 * @param person    user id
 * @param reason    why they were named on it
 * @param emergency whether they opened it themselves
 * @param by        user id of whoever named them
 */
public record NamedPerson(String person, String reason, boolean emergency, Instant at, String by) {}
