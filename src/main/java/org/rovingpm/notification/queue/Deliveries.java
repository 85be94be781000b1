package org.rovingpm.notification.queue;

import org.rovingpm.supportcase.CaseReference;

/** The processes that deliver messages, each one. */
public interface Deliveries {

    /**
     * @param reference null where the message is about no case
     * @return the id of the process instance
     */
    String begin(CaseReference reference);

    /** Ends one that has nothing to deliver. */
    void giveUp(String delivery);
}
