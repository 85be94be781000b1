package org.rovingpm.account.program;

import java.time.Instant;

/**
 * What its owner sees of a password for a program.
 *
 * @param name   for which program it is, in their words
 * @param usedAt to five minutes; null before the first time
 */
public record ProgramPassword(long id, String name, Instant madeAt, Instant usedAt, Instant expiresAt) {}
