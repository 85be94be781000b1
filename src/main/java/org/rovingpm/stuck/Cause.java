package org.rovingpm.stuck;

import java.util.Arrays;
import java.util.Optional;

/** Why a case is stuck. Each has a row of limits in stuck-limits.dmn. */
public enum Cause {
    FAILED_STEP("failedStep", "Failed step"),
    FAULTY_VERSION("faultyVersion", "Process version with an error"),
    MESSAGE_NOT_DELIVERED("messageNotDelivered", "Message not delivered"),
    NOBODY_SUITABLE("nobodySuitable", "Nobody suitable"),
    OFFER_UNANSWERED("offerUnanswered", "Offer unanswered"),
    NO_CHECK_IN("noCheckIn", "No check-in"),
    LINK_UNANSWERED("linkUnanswered", "Link not answered"),
    ON_HOLD_TOO_LONG("onHoldTooLong", "On hold past its date"),
    NOBODY_LEFT("nobodyLeft", "Nobody left to do it"),
    OVERDUE_TASK("overdueTask", "Overdue task");

    private final String key;
    private final String label;

    Cause(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** @return its name in decisions, addresses and metrics, such as "failedStep" */
    public String key() {
        return key;
    }

    /** @return what staff call it */
    public String label() {
        return label;
    }

    /** Whether it is a failed step of the engine, which can be retried. */
    public boolean isFailure() {
        return this == FAILED_STEP || this == FAULTY_VERSION || this == MESSAGE_NOT_DELIVERED;
    }

    /** @return the cause with this key; empty if there is none, which means all causes */
    public static Optional<Cause> of(String key) {
        return Arrays.stream(values()).filter(cause -> cause.key.equals(key)).findFirst();
    }
}
