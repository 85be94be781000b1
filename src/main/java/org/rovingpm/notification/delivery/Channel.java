package org.rovingpm.notification.delivery;

import java.time.Instant;

/** A way for messages to leave. */
public interface Channel {

    /**
     * What leaves.
     *
     * @param body with its link
     */
    record Outgoing(long id, String key, String address, String subject, String body, Instant queuedAt) {}

    /** @return whether messages leave at all; where not, {@link #send} is never called */
    boolean sends();

    /**
     * Hands the message over.
     *
     * @throws NotTaken     where it is certain that it was not taken
     * @throws Unconfirmed where it cannot be known
     */
    void send(Outgoing message);

    /** The message was not taken: it can be sent again without anybody getting it twice. */
    class NotTaken extends RuntimeException {

        private final transient Again again;

        /** When another attempt makes sense. */
        record Again(boolean ever, Instant notBefore) {

            static final Again SOON = new Again(true, null);
            static final Again NEVER = new Again(false, null);

            static Again from(Instant moment) {
                return new Again(true, moment);
            }
        }

        NotTaken(String why, Again again, Throwable cause) {
            super(why, cause);
            this.again = again;
        }

        Again again() {
            return again;
        }
    }

    /** The connection ended when the message had been handed over and before the answer came. */
    class Unconfirmed extends RuntimeException {

        Unconfirmed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
