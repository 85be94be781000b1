package org.rovingpm.notification;

/** What can happen to a message. */
public enum MessageEvent {
    ATTEMPTED("Being handed over"),
    SENT("Accepted by the mail server"),
    DELIVERED("Delivered"),
    BOUNCED("Came back"),
    FAILED("Not taken"),
    UNCONFIRMED("Perhaps taken"),
    NOT_SENDABLE("Cannot be sent"),
    RECORDED_ONLY("Recorded, not sent"),
    ASKED_AGAIN("To be sent again");

    private final String label;

    MessageEvent(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
