package org.rovingpm.supportcase.practices;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/**
 * Another practice has joined a case: whoever may not see its cases may not see this one any more.
 *
 * @param who user id of the person who added it
 */
public record PracticeAdded(CaseReference reference, OdsCode practice, String who) {}
