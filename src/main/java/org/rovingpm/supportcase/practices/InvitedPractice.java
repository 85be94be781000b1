package org.rovingpm.supportcase.practices;

import java.time.Instant;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;

/**
 * A practice that another one named in its request, and that is asked itself whether it takes part.
 *
 * @param contact    whom the other practice named there
 * @param joined     what it answered; null while it has not
 * @param answeredBy name and role of whoever answered
 */
public record InvitedPractice(
        CaseReference reference,
        OdsCode code,
        Contact contact,
        Instant invitedAt,
        Boolean joined,
        Instant answeredAt,
        String answeredBy) {

    public boolean waits() {
        return joined == null;
    }
}
