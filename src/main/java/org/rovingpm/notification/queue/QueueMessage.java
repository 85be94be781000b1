package org.rovingpm.notification.queue;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.notification.delivery.Channel;
import org.rovingpm.notification.template.MessageTemplate;
import org.rovingpm.notification.template.MessageTemplates;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.notification.template.TemplateText;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues a message, in the transaction of whatever else happens at that moment. */
@Component
public class QueueMessage {

    private static final int LONGEST_SUBJECT = 300;

    private final MessageTemplates templates;
    private final TemplateFields templateFields;
    private final QuestionKinds questions;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Channel channel;
    private final Clock clock;

    QueueMessage(
            MessageTemplates templates,
            TemplateFields templateFields,
            QuestionKinds questions,
            Messages messages,
            Deliveries deliveries,
            Channel channel,
            Clock clock) {
        this.templates = templates;
        this.templateFields = templateFields;
        this.questions = questions;
        this.messages = messages;
        this.deliveries = deliveries;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * When a message is sent.
     *
     * @param event   the event of the model
     * @param passing distinguishes this occurrence of the event from others
     */
    public record Moment(String event, String passing) {}

    /**
     * Queues the message for each of its recipients, once each however often it is called. A recipient who cannot be
     * reached is recorded with the reason; a practice that has answered what is asked, or is not
     * asked, is left in peace.
     */
    @Transactional
    public void queue(String templateName, CaseReference reference, Moment moment) {
        MessageTemplate template = templates.get(templateName);
        FieldValues fields = templateFields.values(template, reference);
        String occasion = fields.occasion().orElse(moment.passing());
        for (String role : template.to()) {
            for (Recipient recipient : templateFields.recipient(role).of(reference)) {
                Optional<Long> question = question(template, reference, recipient);
                if (question.filter(questions::isDone).isPresent() || isForOthers(template, reference, recipient)) {
                    continue;
                }
                boolean nothingToAsk = template.ask() != null && question.isEmpty();
                Recipient to = nothingToAsk
                        ? Recipient.unreachable(recipient.person(), recipient.name(), "The question no longer applies.")
                        : recipient;
                write(
                        template,
                        key(template, reference, moment, occasion, role, recipient),
                        reference,
                        role,
                        to,
                        question.orElse(null),
                        fields.values());
            }
        }
    }

    private boolean isForOthers(MessageTemplate template, CaseReference reference, Recipient recipient) {
        return template.ask() != null
                && OdsCode.of(recipient.person())
                        .filter(practice -> !questions.asks(template.ask(), reference, practice))
                        .isPresent();
    }

    /** Each practice of a case is asked for itself, where the kind of question is one that each answers. */
    private Optional<Long> question(MessageTemplate template, CaseReference reference, Recipient recipient) {
        return template.ask() == null
                ? Optional.empty()
                : OdsCode.of(recipient.person())
                        .flatMap(practice -> questions.ask(template.ask(), reference, practice));
    }

    /**
     * Queues one message, once for its key. Its link is created when it is sent.
     *
     * @param question number of the question that it links to; null if it links to none
     * @param values   its values by field; the recipient's name is added if missing
     * @return false if it has been queued before
     */
    public boolean write(
            MessageTemplate template,
            String key,
            CaseReference reference,
            String role,
            Recipient recipient,
            Long question,
            Map<String, Object> values) {
        Collection<TemplateField> fields = templateFields.of(template);
        Map<String, Object> shownValues = new HashMap<>(values);
        shownValues.putIfAbsent(TemplateFields.RECIPIENT, recipient.name());
        shownValues.replaceAll((name, value) -> withoutLink(value));
        fields.stream().filter(TemplateField::link).forEach(link -> shownValues.put(link.name(), Message.LINK));
        return add(
                new Message(
                        0,
                        key,
                        template.name(),
                        reference,
                        role,
                        recipient.person(),
                        recipient.name(),
                        subject(template, fields, shownValues),
                        TemplateText.render(template.body(), fields, shownValues),
                        question,
                        clock.instant(),
                        MessageStatus.QUEUED,
                        null,
                        null),
                recipient.why());
    }

    /** Text that people typed is never mistaken for the placeholder of the link. */
    private static Object withoutLink(Object value) {
        if (value instanceof List<?> rows) {
            return rows.stream()
                    .map(row -> ((Map<?, ?>) row)
                            .entrySet().stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, text -> withoutLink(text.getValue()))))
                    .toList();
        }
        return value instanceof String text ? text.replace(Message.LINK, "(link)") : value;
    }

    /**
     * @param why why it cannot be sent; null if it can
     * @return false if it has been queued before
     */
    private boolean add(Message message, String why) {
        if (why != null) {
            return messages.add(message, MessageEvent.NOT_SENDABLE, MessageStatus.NOT_SENDABLE, why);
        }
        if (!channel.sends()) {
            return messages.add(message, MessageEvent.RECORDED_ONLY, MessageStatus.RECORDED_ONLY, null);
        }
        String delivery = deliveries.begin(message.reference());
        boolean added = messages.add(message, delivery);
        if (!added) {
            deliveries.giveUp(delivery);
        }
        return added;
    }

    private static String subject(
            MessageTemplate template, Collection<TemplateField> fields, Map<String, Object> shownValues) {
        String subject = TemplateText.render(template.subject(), fields, shownValues)
                .replaceAll("\\s+", " ")
                .strip();
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static String key(
            MessageTemplate template,
            CaseReference reference,
            Moment moment,
            String occasion,
            String role,
            Recipient recipient) {
        return String.join(
                ":",
                reference.value(),
                moment.event(),
                template.name(),
                occasion,
                role,
                recipient.person() == null ? "" : recipient.person());
    }
}
