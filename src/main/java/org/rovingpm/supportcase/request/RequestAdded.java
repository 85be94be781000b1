package org.rovingpm.supportcase.request;

import org.rovingpm.supportcase.CaseReference;
import org.springframework.modulith.NamedInterface;

/**
 * A practice has added to its open case, which is not waiting for anything from it: nobody would notice otherwise.
 *
 * @param request number of the request that was added
 */
@NamedInterface("request")
public record RequestAdded(CaseReference reference, long request) {}
