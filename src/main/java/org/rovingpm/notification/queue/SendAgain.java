package org.rovingpm.notification.queue;

import java.util.Locale;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a message again, when people decide that it may not have arrived, or it could not be sent before. */
@Component
public class SendAgain {

    private final Messages messages;
    private final TemplateFields templateFields;
    private final Deliveries deliveries;
    private final SupportCases cases;

    SendAgain(Messages messages, TemplateFields templateFields, Deliveries deliveries, SupportCases cases) {
        this.messages = messages;
        this.templateFields = templateFields;
        this.deliveries = deliveries;
        this.cases = cases;
    }

    /** Refuses a message of another case, one that is being sent or has been delivered, and one that still cannot be sent. */
    @Transactional
    public void send(CaseReference reference, long id, String who) {
        Message message = messages.lock(id)
                .filter(found -> reference.equals(found.reference()))
                .orElseThrow(() -> new Refusal("There is no such message in case %s."
                        .formatted(cases.get(reference).reference())));
        if (!message.status().maySendAgain()) {
            throw new Refusal("This message cannot be sent again: %s."
                    .formatted(message.status().label().toLowerCase(Locale.ROOT)));
        }
        Recipient now =
                templateFields.recipient(message.recipient()).findAgain(reference, message.person(), message.name());
        if (!now.isReachable()) {
            throw new Refusal("This message still cannot be sent: " + now.why());
        }
        messages.note(id, MessageEvent.ASKED_AGAIN, MessageStatus.QUEUED, null, who);
        messages.deliverBy(id, deliveries.begin(reference));
    }
}
