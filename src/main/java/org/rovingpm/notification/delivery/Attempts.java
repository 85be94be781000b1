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

/** Records attempts to send at once, whatever becomes of the transaction of the step. */
@Component
class Attempts {

    private final Messages messages;
    private final TemplateFields templateFields;

    Attempts(Messages messages, TemplateFields templateFields) {
        this.messages = messages;
        this.templateFields = templateFields;
    }

    /** @param number 1 for the first attempt since the message was queued or sent again */
    record Attempt(Message message, String address, int number) {}

    /**
     * Records that the message is about to be handed over. A message that was being handed over before, with no
     * result since, is not sent: that attempt was killed, and the message may have been accepted.
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
                        "Roving PM was interrupted while it was handing the message over.",
                        null);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Attempt> begin(Message message) {
        Recipient now = templateFields
                .recipient(message.recipient())
                .findAgain(message.reference(), message.person(), message.name());
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

    /** Leaves the message in the log only, in the transaction of the step. */
    @Transactional
    void saveInLog(String delivery) {
        Message message = get(delivery);
        if (message.status() == MessageStatus.QUEUED) {
            messages.note(message.id(), MessageEvent.RECORDED_ONLY, MessageStatus.RECORDED_ONLY, null, null);
        }
    }

    private Message get(String delivery) {
        return messages.lock(delivery)
                .orElseThrow(() -> new IllegalStateException("There is no message of delivery " + delivery));
    }
}
