package org.rovingpm.supportcase.closure;

import org.rovingpm.supportcase.CaseReference;

/**
 * The closure of a case has begun: whatever is still open in it is withdrawn.
 *
 * @param who user id of the person who began the closure, or "system"
 */
public record ClosureBegun(CaseReference reference, String who) {}
