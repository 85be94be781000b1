package org.rovingpm.supportcase.practices;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.RequestAnswers.Contact;

/**
 * A practice of a case.
 *
 * @param leads   whether it is the one of the request, by whose place PMs are found
 * @param contact whom to speak to there
 */
public record CasePractice(OdsCode code, boolean leads, Contact contact) {}
