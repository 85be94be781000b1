package org.rovingpm.supportcase;


/**
 * A practice has added to its open case, which does not wait for anything of it: nobody would look at it by themselves.
 *
 * @param request number of the request that was added
 */
public record RequestAdded(CaseReference reference, long request) {}
