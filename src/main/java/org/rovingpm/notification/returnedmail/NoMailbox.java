package org.rovingpm.notification.returnedmail;

import java.util.function.Consumer;
import org.rovingpm.notification.ReceivedMail;

/** For installations without a mailbox for returned mail. */
class NoMailbox implements ReturnedMailbox {

    @Override
    public boolean isSet() {
        return false;
    }

    @Override
    public String name() {
        throw new IllegalStateException("There is no mailbox for returned mail");
    }

    @Override
    public Round read(Place from, int most, Consumer<ReceivedMail> replies) {
        throw new IllegalStateException("There is no mailbox for returned mail");
    }
}
