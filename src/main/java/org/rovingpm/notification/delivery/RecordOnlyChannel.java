package org.rovingpm.notification.delivery;

/** Where neither a mail server nor GOV.UK Notify is set: messages stay in the log. */
public class RecordOnlyChannel implements Channel {

    @Override
    public boolean sends() {
        return false;
    }

    @Override
    public void send(Outgoing message) {
        throw new IllegalStateException("Messages are kept here");
    }
}
