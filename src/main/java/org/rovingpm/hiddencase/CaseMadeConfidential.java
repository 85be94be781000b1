package org.rovingpm.hiddencase;

import org.rovingpm.supportcase.CaseReference;

/**
 * From now on only the people named on the case see it. Listeners run in the same transaction: first those that name whoever must
 * go on seeing it, then those that take work back from the others.
 *
 * @param who user id of the person who did this, or "practice" where the request asked for it
 */
public record CaseMadeConfidential(CaseReference reference, String who) {}
