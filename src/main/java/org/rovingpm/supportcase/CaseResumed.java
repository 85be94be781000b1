package org.rovingpm.supportcase;

import java.time.Instant;

/**
 * A case is no longer on hold.
 *
 * @param heldAt since when it was
 */
public record CaseResumed(CaseReference reference, Instant heldAt) {}
