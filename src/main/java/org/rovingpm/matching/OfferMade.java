package org.rovingpm.matching;

import org.rovingpm.supportcase.CaseReference;

/**
 * A PM has been offered a placement. Listeners run in the same transaction.
 *
 * @param pm  user id of the PM
 * @param who user id of the person who chose them
 */
public record OfferMade(CaseReference reference, String pm, String who) {}
