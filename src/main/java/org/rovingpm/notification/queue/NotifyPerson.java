package org.rovingpm.notification.queue;

import java.util.HashMap;
import java.util.Map;
import org.rovingpm.notification.template.MessageTemplate;
import org.rovingpm.notification.template.MessageTemplates;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a message about a case to one person with an account. */
@Component
public class NotifyPerson {

    private final MessageTemplates templates;
    private final TemplateFields templateFields;
    private final QueueMessage queueMessage;

    NotifyPerson(MessageTemplates templates, TemplateFields templateFields, QueueMessage queueMessage) {
        this.templates = templates;
        this.templateFields = templateFields;
        this.queueMessage = queueMessage;
    }

    /**
     * Writes to whom the template names, in the sense in which this person is it.
     *
     * @param key    unique key of the message
     * @param values the fields that only this message has
     * @return false if a message of this key has been queued before
     */
    @Transactional
    public boolean tell(
            String templateName, CaseReference reference, String person, String key, Map<String, String> values) {
        MessageTemplate template = templates.get(templateName);
        String role = template.to().get(0);
        Map<String, Object> shownValues =
                new HashMap<>(templateFields.values(template, reference).values());
        shownValues.putAll(values);
        return queueMessage.write(
                template,
                key,
                reference,
                role,
                templateFields.recipient(role).findAgain(reference, person, person),
                null,
                shownValues);
    }
}
