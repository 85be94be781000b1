package org.rovingpm.notification.delivery;

import java.util.Optional;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.template.TemplateFields;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is kept at once of attempts to send, whatever becomes of the transaction of the step around it. */
@Component
class Attempts {

    private final Messages messages;
    private final TemplateFields known;

    Attempts(Messages messages, TemplateFields known) {
        this.messages = messages;
        this.known = known;
    }

    /** @param number 1 for the first since the message was queued, or asked for again */
    record Attempt(Message message, String address, int number) {}

    /**
     * Notes that the message is about to be handed over. One that was before, and of which nothing is known since, is not:
     * whoever noted that was killed, and the message may have been taken.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<Attempt> begin(String delivery) {
        Message message = get(delivery);
        return switch (message.status()) {
            case QUEUED, FAILED -> begin(message);
            case SENDING -> {
                messages.note(
                        message.id(),
                        MessageEvent.UNCONFIRMED,
                        MessageStatus.UNCONFIRMED,
                        "Roving PM was interrupted when it had handed the message over.",
                        null);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Attempt> begin(Message message) {
        Recipient now = known.role(message.role()).again(message.reference(), message.person(), message.name());
        if (!now.isReachable()) {
            messages.note(message.id(), MessageEvent.NOT_SENDABLE, MessageStatus.NOT_SENDABLE, now.why(), null);
            return Optional.empty();
        }
        messages.sendTo(message.id(), now.address());
        messages.note(message.id(), MessageEvent.ATTEMPTED, MessageStatus.SENDING, null, null);
        return Optional.of(new Attempt(message, now.address(), messages.attempts(message.id())));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void note(Message message, MessageEvent step, MessageStatus status, String why) {
        messages.note(message.id(), step, status, why, null);
    }

    /** Leaves the message in the log, with the step around it. */
    @Transactional
    void keep(String delivery) {
        Message message = get(delivery);
        if (message.status() == MessageStatus.QUEUED) {
            messages.note(message.id(), MessageEvent.KEPT, MessageStatus.KEPT, null, null);
        }
    }

    private Message get(String delivery) {
        return messages.lock(delivery)
                .orElseThrow(() -> new IllegalStateException("There is no message of delivery " + delivery));
    }
}
