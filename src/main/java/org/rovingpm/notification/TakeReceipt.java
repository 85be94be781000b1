package org.rovingpm.notification;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what GOV.UK Notify reports of a message later on. A report may come twice, late, or of a message that is not ours. */
@Component
public class TakeReceipt {

    private static final Map<String, MessageStatus> OUTCOMES = Map.of("delivered", MessageStatus.DELIVERED,
        "permanent-failure", MessageStatus.BOUNCED, "temporary-failure", MessageStatus.BOUNCED, "technical-failure", MessageStatus.BOUNCED);
    private static final Map<String, String> REASONS = Map.of(
        "permanent-failure", "The address does not exist.",
        "temporary-failure", "The mailbox was full, or its server was away for three days.",
        "technical-failure", "Notify could not send it.");

    private final Messages messages;

    TakeReceipt(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param reference the message's key
     * @param status    in Notify's words; one that says nothing final is passed over
     */
    @Transactional
    public void take(String reference, String status) {
        MessageStatus outcome = OUTCOMES.get(status);
        Optional<Message> reported = reference == null ? Optional.empty() : messages.lockByKey(reference);
        if (outcome == null || reported.isEmpty() || !isNews(reported.get().status())) {
            return;
        }
        messages.note(reported.get().id(), MessageStep.valueOf(outcome.name()), outcome, REASONS.get(status), null);
    }

    /** What was reported first stands; whatever Notify reports of, it had taken. */
    private static boolean isNews(MessageStatus now) {
        return switch (now) {
            case SENT, SENDING, UNCONFIRMED -> true;
            default -> false;
        };
    }
}
