package org.rovingpm.notification.queue;

import java.util.Map;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.recipient.RequesterRecipient;
import org.rovingpm.notification.template.HelpRequestFields;
import org.rovingpm.notification.template.MessageTemplates;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.supportcase.request.RequestToConfirm;
import org.rovingpm.supportcase.request.RequestToConfirm.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks whoever has requested help on the public pages to confirm it from their mailbox. Says nothing that was typed there:
 * nobody should be able to have us write to strangers for them.
 */
@Component
class AskToConfirm {

    private static final String TEMPLATE = "request-to-confirm";
    private static final String SOMEBODY = "colleague";

    private final MessageTemplates templates;
    private final QueueMessage queueMessage;

    AskToConfirm(MessageTemplates templates, QueueMessage queueMessage) {
        this.templates = templates;
        this.queueMessage = queueMessage;
    }

    /** With the request as it is taken up, or not at all. A case that is open already confirms its receipt by itself. */
    @EventListener
    void ask(RequestToConfirm request) {
        if (request.kind() == Kind.CONFIRM) {
            String person = Long.toString(request.request());
            queueMessage.write(
                    templates.get(TEMPLATE),
                    "help-request:" + person,
                    null,
                    RequesterRecipient.NAME,
                    Recipient.of(person, request.contactName(), request.email()),
                    null,
                    Map.of(TemplateFields.RECIPIENT, SOMEBODY, HelpRequestFields.PRACTICE, request.practiceName()));
        }
    }
}
