package org.rovingpm.supportcase.request;

import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.information.RecordFurtherInformation;

/** What a request from the public pages does to the process of its case, in the current transaction. */
public interface OpenCase {

    /** Whom the timeline names where a practice does something itself. */
    String PRACTICE = "practice";

    /**
     * Opens a case as its start form does.
     *
     * @param who user id of the person who refers the practice, or {@link #PRACTICE}
     */
    CaseReference open(RequestHelp.TakenRequest taken, String who);

    /** Opens a case whose viewers nobody has chosen. */
    default CaseReference open(RequestHelp.Form form, String who) {
        return open(RequestHelp.TakenRequest.of(form), who);
    }

    /** Records what the practice wrote as its answer to the question that it was asked. */
    void answer(CaseReference reference, RecordFurtherInformation.Form answer);
}
