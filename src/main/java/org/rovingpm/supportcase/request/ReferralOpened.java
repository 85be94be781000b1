package org.rovingpm.supportcase.request;

import org.rovingpm.supportcase.CaseReference;
import org.springframework.modulith.NamedInterface;

/**
 * A referral has become a case. Listeners run in the same transaction.
 *
 * @param request  id of the request, as {@link BeginReferral} told it where it was begun by that
 * @param referrer user id
 */
@NamedInterface("request")
public record ReferralOpened(long request, CaseReference reference, String referrer) {}
