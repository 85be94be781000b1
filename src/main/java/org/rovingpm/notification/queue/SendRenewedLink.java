package org.rovingpm.notification.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.answer.RenewedLinkRequested;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.recipient.OriginalRecipient;
import org.rovingpm.notification.template.MessageTemplates;
import org.rovingpm.notification.template.RenewedLinkFields;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends a new link to replace an expired one, only to the mailbox that had the first one, and at most once a day for each
 * question and mailbox.
 */
@Component
class SendRenewedLink {

    private static final String TEMPLATE = "renewed-link";

    private final Messages messages;
    private final MessageTemplates templates;
    private final QueueMessage queueMessage;
    private final SupportCases cases;
    private final Practices practices;
    private final Clock clock;

    SendRenewedLink(
            Messages messages,
            MessageTemplates templates,
            QueueMessage queueMessage,
            SupportCases cases,
            Practices practices,
            Clock clock) {
        this.messages = messages;
        this.templates = templates;
        this.queueMessage = queueMessage;
        this.cases = cases;
        this.practices = practices;
        this.clock = clock;
    }

    @EventListener
    void send(RenewedLinkRequested request) {
        Message first = first(messages.find(request.message()).orElseThrow());
        LocalDate today = LocalDate.now(clock);
        queueMessage.write(
                templates.get(TEMPLATE),
                "renewed-link:%d:%s:%s".formatted(request.question().id(), first.person(), today),
                first.reference(),
                OriginalRecipient.NAME,
                new Recipient(Long.toString(first.id()), first.name(), null, null),
                request.question().id(),
                Map.of(
                        RenewedLinkFields.REFERENCE, first.reference().value(),
                        RenewedLinkFields.PRACTICE,
                                practices.nameOf(cases.get(first.reference()).practices()),
                        RenewedLinkFields.FIRST_SUBJECT, first.subject(),
                        RenewedLinkFields.FIRST_SENT_ON,
                                BritishFormat.weekdayAndDate(LocalDate.ofInstant(first.queuedAt(), clock.getZone()))));
    }

    /** The message that asked the question, even if a renewed link has expired too. */
    private Message first(Message message) {
        return message.recipient().equals(OriginalRecipient.NAME)
                ? messages.find(Long.parseLong(message.person())).orElseThrow()
                : message;
    }
}
