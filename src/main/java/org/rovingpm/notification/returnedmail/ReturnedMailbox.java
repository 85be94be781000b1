package org.rovingpm.notification.returnedmail;

import java.util.List;
import java.util.function.Consumer;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.delivery.DeliveryReport;

/** The mailbox for returned mail. Nothing in it is ever changed: no mark, no move, no deletion. */
interface ReturnedMailbox {

    /**
     * The position up to which it has been read.
     *
     * @param numbering the numbering of its mails; if the mailbox starts a new one, it is read from the start
     * @param last      number of the last mail read
     */
    record Place(long numbering, long last) {

        static final Place BEGINNING = new Place(0, 0);
    }

    /**
     * The result of one round.
     *
     * @param more whether mails are left to read
     */
    record Round(List<DeliveryReport> reports, Place upTo, boolean more) {}

    /** @return whether there is one; if not, {@link #read} is never called */
    boolean isSet();

    /** @return what distinguishes it from other mailboxes */
    String name();

    /**
     * Reads the next mails, up to the given number. Mail that is neither a report about us nor written to us, or cannot be read, is
     * skipped.
     *
     * @param replies takes what people have written to us, one mail after the other, where such mail is read
     * @throws Unreadable if the mailbox cannot be reached or the connection breaks
     */
    Round read(Place from, int most, Consumer<ReceivedMail> replies);

    /** The mailbox could not be read. */
    class Unreadable extends RuntimeException {

        /** @param why the end of a sentence */
        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
