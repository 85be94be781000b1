package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The messages of a case as its page lists them, the latest first. */
@Component
class CaseMessages {

    private static final int MOST = 200;
    private static final int MOST_STEPS = 10;

    private final Messages messages;
    private final TemplateFields known;

    CaseMessages(Messages messages, TemplateFields known) {
        this.messages = messages;
        this.known = known;
    }

    /**
     * @param steps        what became of it, the last steps where there are many
     * @param maySendAgain whether the reader may have it sent once more
     */
    record Row(Message message, String recipient, List<Messages.Event> steps, boolean maySendAgain) {}

    List<Row> of(CaseReference reference, boolean office) {
        List<Message> listed = messages.of(reference, MOST);
        Map<Long, List<Messages.Event>> steps = messages.events(listed, MOST_STEPS);
        return listed.stream()
                .map(message -> new Row(
                        message,
                        "%s (%s)".formatted(message.name(), known.labelOf(message.role())),
                        steps.getOrDefault(message.id(), List.of()),
                        office && message.status().maySendAgain()))
                .toList();
    }
}
