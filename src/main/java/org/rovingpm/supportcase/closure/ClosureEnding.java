package org.rovingpm.supportcase.closure;

import org.rovingpm.supportcase.CaseReference;

/**
 * The case is about to be closed: whatever has not ended yet ends now, in the same transaction.
 *
 * @param who user id of the person who closes it, or "system"
 */
public record ClosureEnding(CaseReference reference, String who) {}
