package org.rovingpm.notification.queue;

import java.util.HashMap;
import java.util.Map;
import org.rovingpm.notification.recipient.FormerPracticeRecipient;
import org.rovingpm.notification.template.MessageTemplate;
import org.rovingpm.notification.template.MessageTemplates;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.practices.PracticeAdded;
import org.rovingpm.supportcase.practices.PracticeRemoved;
import org.rovingpm.supportcase.practices.PracticesInvited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to practices that are asked into a case, join it or leave it, and to the others of it. No step waits for it. */
@Component
class NotifyOfPractices {

    private static final String ADDED = "practice-added";
    private static final String INVITED = "practice-invited";
    private static final String REMOVED = "practice-removed";

    private final QueueMessage queueMessage;
    private final MessageTemplates templates;
    private final TemplateFields templateFields;
    private final FormerPracticeRecipient formerPractice;
    private final Practices practices;
    private final Timeline timeline;

    NotifyOfPractices(
            QueueMessage queueMessage,
            MessageTemplates templates,
            TemplateFields templateFields,
            FormerPracticeRecipient formerPractice,
            Practices practices,
            Timeline timeline) {
        this.queueMessage = queueMessage;
        this.templates = templates;
        this.templateFields = templateFields;
        this.formerPractice = formerPractice;
        this.practices = practices;
        this.timeline = timeline;
    }

    @EventListener
    void ask(PracticesInvited invited) {
        queueMessage.queue(INVITED, invited.reference(), new QueueMessage.Moment("practicesInvited", "request"));
    }

    /** One that has left and joins again is an occasion of its own. */
    @EventListener
    void tell(PracticeAdded added) {
        queueMessage.queue(
                ADDED,
                added.reference(),
                new QueueMessage.Moment(
                        "practiceAdded", added.practice().value() + " " + timeline.count(added.reference())));
    }

    /** The one that has left; the others read it in the next message, which no longer names it. */
    @EventListener
    void tell(PracticeRemoved removed) {
        MessageTemplate template = templates.get(REMOVED);
        String code = removed.practice().value();
        Map<String, Object> values = new HashMap<>(
                templateFields.values(template, removed.reference()).values());
        values.put("practiceName", practices.nameOf(removed.practice()));
        queueMessage.write(
                template,
                "%s:practiceRemoved:%s:%d".formatted(removed.reference(), code, timeline.count(removed.reference())),
                removed.reference(),
                FormerPracticeRecipient.NAME,
                formerPractice.findAgain(removed.reference(), code, code),
                null,
                values);
    }
}
