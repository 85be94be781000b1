package org.rovingpm.casefile.web;

import java.util.List;
import org.rovingpm.notification.KnownFacts;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The messages of a case as its page lists them, the latest first. */
@Component
class CaseMessages {

    private static final int MOST = 200;

    private final Messages messages;
    private final KnownFacts known;

    CaseMessages(Messages messages, KnownFacts known) {
        this.messages = messages;
        this.known = known;
    }

    /** @param maySendAgain whether the reader may have it sent once more */
    record Row(Message message, String recipient, boolean maySendAgain) {
    }

    List<Row> of(CaseReference reference, boolean office) {
        return messages.of(reference, MOST).stream().map(message -> new Row(message,
            "%s (%s)".formatted(message.name(), known.labelOf(message.role())),
            office && message.status().maySendAgain())).toList();
    }
}
