package org.rovingpm.supportcase.practices;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/**
 * A practice is no longer in a case that goes on for the others.
 *
 * @param who user id of the person who removed it
 */
public record PracticeRemoved(CaseReference reference, OdsCode practice, String who) {}
