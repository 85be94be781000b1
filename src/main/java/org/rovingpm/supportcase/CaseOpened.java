package org.rovingpm.supportcase;

/**
 * A request has become a case. Listeners run in the same transaction.
 *
 * @param who          user id of the person who took the request, or "practice"
 * @param confidential whether the request asks that the case be kept especially confidential
 */
public record CaseOpened(CaseReference reference, String who, boolean confidential) {}
