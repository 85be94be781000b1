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
     * @param who user id of whoever refers the practice, or {@link #PRACTICE}
     */
    CaseReference open(RequestHelp.Form form, String who);

    /** Takes what the practice wrote as its answer to what it had been asked. */
    void answer(CaseReference reference, RecordFurtherInformation.Form answer);
}
