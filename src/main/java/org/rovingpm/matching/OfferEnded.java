package org.rovingpm.matching;

import org.rovingpm.supportcase.CaseReference;

/**
 * An offer has ended without a placement: the sessions it kept are free again.
 *
 * @param pm user id of the PM it was made to
 */
public record OfferEnded(CaseReference reference, String pm) {}
