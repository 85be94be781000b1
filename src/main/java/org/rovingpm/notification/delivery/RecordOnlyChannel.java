package org.rovingpm.notification.delivery;

/** For installations without a mail server or GOV.UK Notify: messages are only recorded. */
public class RecordOnlyChannel implements Channel {

    @Override
    public boolean sends() {
        return false;
    }

    @Override
    public void send(Outgoing message) {
        throw new IllegalStateException("Messages are only recorded here");
    }
}
