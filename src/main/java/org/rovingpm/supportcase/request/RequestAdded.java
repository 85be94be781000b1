package org.rovingpm.supportcase.request;

import org.rovingpm.supportcase.CaseReference;
import org.springframework.modulith.NamedInterface;

/**
 * A practice has added to its open case, which does not wait for anything of it: nobody would look at it by themselves.
 *
 * @param request number of the request that was added
 */
@NamedInterface("request")
public record RequestAdded(CaseReference reference, long request) {}
