package org.rovingpm.linkedcase;

import org.rovingpm.supportcase.CaseReference;

/**
 * A case has been found to be a duplicate: it ends, in the same transaction.
 *
 * @param survivor the case that goes on
 * @param who      user id of the person who found it
 */
public record CaseJoined(CaseReference duplicate, CaseReference survivor, String who) {}
