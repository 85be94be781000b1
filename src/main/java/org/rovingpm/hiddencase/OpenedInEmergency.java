package org.rovingpm.hiddencase;

import org.rovingpm.supportcase.CaseReference;

/**
 * Somebody who was not named on a confidential case has opened it. Listeners run in the same transaction.
 *
 * @param who their user id
 */
public record OpenedInEmergency(CaseReference reference, String who) {}
