package org.rovingpm.notification;

/** Where a message stands. */
public enum MessageStatus {
    QUEUED("Waiting to be sent"),
    SENDING("Being sent"),
    /** Taken by the mail server. */
    SENT("Sent"),
    DELIVERED("Delivered"),
    BOUNCED("Came back"),
    /** Not taken; tried again by itself. */
    FAILED("Not sent yet"),
    /** Handed over without an answer: it may or may not have been taken. */
    UNCONFIRMED("Perhaps sent"),
    NOT_SENDABLE("Cannot be sent"),
    /** Not sent, because this installation sends nothing. */
    KEPT("Kept, not sent");

    private final String label;

    MessageStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @return whether people may have it sent once more */
    public boolean maySendAgain() {
        return this == UNCONFIRMED || this == NOT_SENDABLE || this == BOUNCED;
    }
}
