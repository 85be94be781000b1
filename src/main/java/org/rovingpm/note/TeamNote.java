package org.rovingpm.note;

import java.time.Instant;

/**
 * A note on a case.
 *
 * @param forPm whether the PM of the case may read it too
 * @param who   user id of the author
 */
public record TeamNote(String text, boolean forPm, Instant at, String who) {}
