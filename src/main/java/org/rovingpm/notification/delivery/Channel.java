package org.rovingpm.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/** A way to send messages. */
public interface Channel {

    /**
     * A message to send.
     *
     * @param body    with its link filled in
     * @param replyTo where it is answered; null where that is no other address than it comes from
     */
    record Outgoing(
            long id, String key, String address, String subject, String body, Instant queuedAt, String replyTo) {}

    /** @return whether messages are sent at all; if not, {@link #send} is never called */
    boolean sends();

    /** @return the address to which people answer, where answers are read and a message can name it */
    default Optional<String> replyAddress() {
        return Optional.empty();
    }

    /**
     * Hands the message over.
     *
     * @throws NotTaken     if it was certainly not accepted
     * @throws Unconfirmed if that cannot be known
     */
    void send(Outgoing message);

    /** The message was not accepted: it can be sent again without anybody getting it twice. */
    class NotTaken extends RuntimeException {

        private final transient Again again;

        /** When to try again. */
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

    /** The connection ended after the message was handed over and before the answer came. */
    class Unconfirmed extends RuntimeException {

        Unconfirmed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
