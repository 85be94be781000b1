package org.rovingpm.supportcase;


/** What a request that came through a page of ours does to the case's process, in the transaction under way. */
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
