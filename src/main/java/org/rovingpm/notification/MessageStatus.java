package org.rovingpm.notification;

/** The status of a message. */
public enum MessageStatus {
    QUEUED("Waiting to be sent"),
    SENDING("Being sent"),
    /** Accepted by the mail server. */
    SENT("Sent"),
    DELIVERED("Delivered"),
    BOUNCED("Came back"),
    /** Not accepted; retried automatically. */
    FAILED("Not sent yet"),
    /** Handed over, but there was no answer: it may or may not have been accepted. */
    UNCONFIRMED("Perhaps sent"),
    NOT_SENDABLE("Cannot be sent"),
    /** Not sent, because this installation sends no messages. */
    RECORDED_ONLY("Recorded, not sent");

    private final String label;

    MessageStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @return whether people may send it again */
    public boolean maySendAgain() {
        return this == UNCONFIRMED || this == NOT_SENDABLE || this == BOUNCED;
    }
}
