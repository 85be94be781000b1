package org.rovingpm.casepage.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The messages of a case as its page lists them, latest first. */
@Component
class CaseMessages {

    private static final int MOST = 200;
    private static final int MOST_STEPS = 10;

    private final Messages messages;
    private final Map<String, String> labels;

    CaseMessages(Messages messages, List<RecipientSource> recipients) {
        this.messages = messages;
        this.labels = recipients.stream().collect(Collectors.toMap(RecipientSource::name, RecipientSource::label));
    }

    /**
     * @param steps        what happened to it; only the last steps if there are many
     * @param maySendAgain whether the reader may send it again
     */
    record Row(Message message, String recipient, List<Messages.Event> steps, boolean maySendAgain) {}

    /** @param joined the duplicates of the case, whose messages are part of it and are not sent again */
    List<Row> of(CaseReference reference, List<CaseReference> joined, boolean office) {
        List<Message> listed = Stream.concat(Stream.of(reference), joined.stream())
                .flatMap(one -> messages.of(one, MOST).stream())
                .sorted(Comparator.comparing(Message::queuedAt)
                        .thenComparing(Message::id)
                        .reversed())
                .limit(MOST)
                .toList();
        Map<Long, List<Messages.Event>> steps = messages.events(listed, MOST_STEPS);
        return listed.stream()
                .map(message -> new Row(
                        message,
                        "%s (%s)".formatted(message.name(), labels.get(message.recipient())),
                        steps.getOrDefault(message.id(), List.of()),
                        office
                                && message.reference().equals(reference)
                                && message.status().maySendAgain()))
                .toList();
    }
}
