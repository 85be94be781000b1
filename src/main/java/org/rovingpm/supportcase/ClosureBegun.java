package org.rovingpm.supportcase;


/**
 * A case goes to its end: whatever is still open in it is to be taken back.
 *
 * @param who user id of the person who began the closure, or "system"
 */
public record ClosureBegun(CaseReference reference, String who) {}
