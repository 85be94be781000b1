package org.rovingpm.notification.queue;

import org.rovingpm.supportcase.CaseReference;

/** The processes that each deliver one message. */
public interface Deliveries {

    /**
     * @param reference null if the message is about no case
     * @return the id of the process instance
     */
    String begin(CaseReference reference);

    /** Ends a process with nothing to deliver. */
    void giveUp(String delivery);
}
