package org.rovingpm.note;

import java.time.Instant;

/**
 * A note on a case.
 *
 * @param forPm whether the PM of the case reads it too
 * @param who   user id of whoever wrote it
 */
public record TeamNote(String text, boolean forPm, Instant at, String who) {}
