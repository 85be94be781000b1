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
 * Asks the person who requested help on the public pages to confirm it by e-mail. The message repeats nothing that
 * was typed there, so that nobody can use us to write to strangers.
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

    /** In the transaction that saves the request. If a case is open already, the case confirms receipt itself. */
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
