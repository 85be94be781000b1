package org.rovingpm.supportcase.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.rovingpm.supportcase.RequestHelp;

/**
 * A request for help on its way to becoming a case, as its visitor has written it so far.
 *
 * @param referrer  user id of the person who refers the practice; null if the practice requests help itself
 * @param answers   what was typed so far, by box of the pages; empty once it is sent
 * @param form      what was sent; null while it is being written, and again once it is part of a case
 * @param further   the other practices that it is for, as they were sent
 * @param version   counts the changes
 * @param sentAt    null while it is being written
 * @param email     where the practice was written to; null while it is being written
 * @param outcome   the result; null until it is acted on
 * @param reference the case it is part of; null until then
 */
public record HelpRequest(
        long id,
        String referrer,
        Map<String, List<String>> answers,
        RequestHelp.Form form,
        List<FurtherPractice> further,
        int version,
        Instant sentAt,
        String email,
        Outcome outcome,
        CaseReference reference) {

    /** What can become of a request. */
    public enum Outcome {

        /** It opened a case. */
        OPENED,
        /** It was added to the case that was open. */
        ADDED
    }

    /** What was sent, as a case is opened with it. */
    public RequestHelp.TakenRequest taken() {
        return new RequestHelp.TakenRequest(form, List.of(), further);
    }

    public boolean sent() {
        return sentAt != null;
    }
}
