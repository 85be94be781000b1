package org.rovingpm.notification.returnedmail;

import java.util.List;
import org.rovingpm.notification.delivery.DeliveryReport;

/** The mailbox to which e-mails come back. Nothing in it is ever changed: no mark, no move, no deletion. */
interface ReturnedMailbox {

    /**
     * How far it has been read.
     *
     * @param numbering which numbering of its mails holds; where the mailbox begins another, it is read anew
     * @param last      number of the last mail read
     */
    record Place(long numbering, long last) {

        static final Place BEGINNING = new Place(0, 0);
    }

    /**
     * What a round has found.
     *
     * @param more whether mails are left to read
     */
    record Round(List<DeliveryReport> reports, Place upTo, boolean more) {}

    /** @return whether there is one at all; where not, {@link #read} is never called */
    boolean isSet();

    /** @return what tells it from other mailboxes */
    String name();

    /**
     * Reads on, so many mails at most. Mail that reports nothing of us, or cannot be read, is passed over.
     *
     * @throws Unreadable where the mailbox cannot be reached or breaks off
     */
    Round read(Place from, int most);

    /** The mailbox could not be read. */
    class Unreadable extends RuntimeException {

        /** @param why as the end of a sentence */
        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
