package org.rovingpm.notification.delivery;

import java.time.Duration;
import java.util.Map;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what GOV.UK Notify, or a mail server by returned mail, reports of a message later on. A report may come twice, late, or of
 * a message that is not ours.
 */
@Component
public class RecordDeliveryReport {

    private static final Map<String, MessageStatus> OUTCOMES = Map.of(
            "delivered",
            MessageStatus.DELIVERED,
            "permanent-failure",
            MessageStatus.BOUNCED,
            "temporary-failure",
            MessageStatus.BOUNCED,
            "technical-failure",
            MessageStatus.BOUNCED);
    private static final Map<String, String> REASONS = Map.of(
            "permanent-failure", "The address does not exist.",
            "temporary-failure", "The mailbox was full, or its server was away for three days.",
            "technical-failure", "Notify could not send it.");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Messages messages;

    RecordDeliveryReport(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param reference the message's key
     * @param status    in Notify's words; one that says nothing final is passed over
     */
    @Transactional
    public void take(String reference, String status) {
        MessageStatus outcome = OUTCOMES.get(status);
        if (outcome != null && reference != null) {
            messages.lockByKey(reference).ifPresent(reported -> settle(reported, outcome, REASONS.get(status)));
        }
    }

    /** Anybody can write such a report: only one that knows all of the message's Message-ID and its address is believed. */
    @Transactional
    public void take(DeliveryReport report) {
        messages.lock(report.message())
                .filter(message -> isAbout(message, report))
                .ifPresent(reported -> settle(reported, report.outcome(), report.why()));
    }

    /** A report of before the message was last handed over, or of another address, is of an earlier sending. */
    private boolean isAbout(Message message, DeliveryReport report) {
        return message.queuedAt().getEpochSecond() == report.queuedAt()
                && messages.addressOf(message.id())
                        .filter(report.to()::equalsIgnoreCase)
                        .isPresent()
                && messages.lastAttempt(message.id())
                        .filter(attempt -> report.arrived().isAfter(attempt.minus(CLOCKS_DIFFER)))
                        .isPresent();
    }

    private void settle(Message reported, MessageStatus outcome, String why) {
        if (isNews(reported.status())) {
            messages.note(reported.id(), MessageEvent.valueOf(outcome.name()), outcome, why, null);
        }
    }

    /** What was reported first stands; whatever is reported of had been taken. */
    private static boolean isNews(MessageStatus now) {
        return switch (now) {
            case SENT, SENDING, UNCONFIRMED -> true;
            default -> false;
        };
    }
}
