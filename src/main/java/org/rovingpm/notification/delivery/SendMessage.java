package org.rovingpm.notification.delivery;

import org.rovingpm.engine.StepFailed;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.delivery.Channel.NotTaken;
import org.rovingpm.notification.delivery.Channel.Outgoing;
import org.rovingpm.notification.delivery.Channel.Unconfirmed;
import org.rovingpm.notification.template.TemplateFields;
import org.springframework.stereotype.Component;

/**
 * Sends a message once. Each attempt is recorded before it starts and after it ends, in transactions of their own. So
 * even after an interruption it is known whether the message can be sent without anybody getting it twice.
 */
@Component
public class SendMessage {

    private final Channel channel;
    private final Attempts attempts;
    private final MessageLinks links;
    private final ReplyTokens replyTokens;
    private final TemplateFields templateFields;
    private final MessageSettings settings;

    SendMessage(
            Channel channel,
            Attempts attempts,
            MessageLinks links,
            ReplyTokens replyTokens,
            TemplateFields templateFields,
            MessageSettings settings) {
        this.channel = channel;
        this.attempts = attempts;
        this.links = links;
        this.replyTokens = replyTokens;
        this.templateFields = templateFields;
        this.settings = settings;
    }

    /**
     * Does nothing if the message has been sent, or may have been.
     *
     * @param delivery the process instance that delivers the message
     * @throws StepFailed if it was not accepted; the step is retried
     */
    public void send(String delivery) {
        if (channel.sends()) {
            attempts.begin(delivery).ifPresent(this::attempt);
        } else {
            attempts.saveInLog(delivery);
        }
    }

    private void attempt(Attempts.Attempt attempt) {
        Message message = attempt.message();
        Outgoing outgoing = outgoing(attempt);
        try {
            channel.send(outgoing);
        } catch (NotTaken failure) {
            attempts.note(message, MessageEvent.FAILED, MessageStatus.FAILED, failure.getMessage());
            throw failed(message, attempt.number(), failure);
        } catch (RuntimeException unknown) {
            // Any other failure may have come after the message was accepted
            attempts.note(message, MessageEvent.UNCONFIRMED, MessageStatus.UNCONFIRMED, why(unknown));
            return;
        }
        attempts.note(message, MessageEvent.SENT, MessageStatus.SENT, null);
    }

    private static String why(RuntimeException unknown) {
        return unknown instanceof Unconfirmed ? unknown.getMessage() : "Handing it over failed for an unknown reason.";
    }

    private Outgoing outgoing(Attempts.Attempt attempt) {
        Message message = attempt.message();
        try {
            return new Outgoing(
                    message.id(),
                    message.key(),
                    attempt.address(),
                    message.subject(),
                    body(message),
                    message.queuedAt(),
                    replyTokens.newAddress(message).orElse(null));
        } catch (RuntimeException failure) {
            attempts.note(
                    message,
                    MessageEvent.FAILED,
                    MessageStatus.FAILED,
                    "Its link or its address for answers could not be created.");
            throw failure;
        }
    }

    private String body(Message message) {
        return links.make(message)
                .map(path -> message.body().replace(Message.LINK, settings.link(path)))
                .orElse(message.body());
    }

    private StepFailed failed(Message message, int number, NotTaken failure) {
        String what = "The message “%s” to %s%s was not sent. %s It has been tried %s."
                .formatted(
                        message.template().replace('-', ' '),
                        templateFields.recipient(message.recipient()).label(),
                        message.reference() == null ? "" : " of case " + message.reference(),
                        failure.getMessage().replaceFirst("(?<![.!?])\\s*$", "."),
                        times(number));
        if (!failure.again().ever()) {
            return StepFailed.forGood(
                    what + " It is not retried automatically: fix the cause, then increase the retries of this step.",
                    failure);
        }
        return failure.again().notBefore() != null
                ? StepFailed.until(
                        failure.again().notBefore(),
                        what + " It is retried automatically when the limit has passed.",
                        failure)
                : StepFailed.onAndOn(
                        what + " It is retried automatically: check the mail server and its settings.", failure);
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> number + " times";
        };
    }
}
