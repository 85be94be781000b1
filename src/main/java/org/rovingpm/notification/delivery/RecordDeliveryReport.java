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
 * Records what GOV.UK Notify, or a mail server by returned mail, reports about a message later. A report may come
 * twice, late, or for a message that is not ours.
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
     * @param status    in Notify's words; one that is not final is ignored
     */
    @Transactional
    public void take(String reference, String status) {
        MessageStatus outcome = OUTCOMES.get(status);
        if (outcome != null && reference != null) {
            messages.lockByKey(reference).ifPresent(reported -> settle(reported, outcome, REASONS.get(status)));
        }
    }

    /** Anybody can write such a report, so only one with the full Message-ID and the right address is accepted. */
    @Transactional
    public void take(DeliveryReport report) {
        messages.lock(report.message())
                .filter(message -> isAbout(message, report))
                .ifPresent(reported -> settle(reported, report.outcome(), report.why()));
    }

    /** A report from before the last attempt, or for another address, is about an earlier attempt. */
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

    /** The first report stands. A message with a report has certainly been accepted. */
    private static boolean isNews(MessageStatus now) {
        return switch (now) {
            case SENT, SENDING, UNCONFIRMED -> true;
            default -> false;
        };
    }
}
