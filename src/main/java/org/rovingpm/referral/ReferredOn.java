package org.rovingpm.referral;

import org.rovingpm.supportcase.CaseReference;

/**
 * The practices of a case have been referred to another place, and are to be told.
 *
 * @param referral its number
 */
public record ReferredOn(CaseReference reference, long referral) {}
