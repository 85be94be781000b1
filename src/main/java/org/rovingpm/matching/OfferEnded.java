package org.rovingpm.matching;

import org.rovingpm.supportcase.CaseReference;

/**
 * An offer has ended without a placement, so its sessions are free again.
 *
 * @param pm user id of the PM who had it
 */
public record OfferEnded(CaseReference reference, String pm) {}
