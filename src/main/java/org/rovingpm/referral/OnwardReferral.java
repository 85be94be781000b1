package org.rovingpm.referral;

import java.time.Instant;

/**
 * That the practices of a case were told of a place that can help them.
 *
 * @param reason what the place can help with, in words that the practice reads
 * @param who    user id of the person who referred them
 */
public record OnwardReferral(long id, ReferralPlace place, String reason, Instant at, String who) {}
