package org.rovingpm.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.answer.FreshLinkWanted;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends a new link in the place of one that has expired, to the mailbox that the first one went to and to no other. At most
 * one a day for a question, however often and by whomever it is asked for.
 */
@Component
class SendFreshLink {

    private static final String WORDING = "fresh-link";

    private final Messages messages;
    private final Wordings wordings;
    private final QueueMessage queueMessage;
    private final SupportCases cases;
    private final Practices practices;
    private final Clock clock;

    SendFreshLink(
            Messages messages,
            Wordings wordings,
            QueueMessage queueMessage,
            SupportCases cases,
            Practices practices,
            Clock clock) {
        this.messages = messages;
        this.wordings = wordings;
        this.queueMessage = queueMessage;
        this.cases = cases;
        this.practices = practices;
        this.clock = clock;
    }

    @EventListener
    void send(FreshLinkWanted wanted) {
        Message first = first(messages.find(wanted.message()).orElseThrow());
        LocalDate today = LocalDate.now(clock);
        queueMessage.write(
                wordings.get(WORDING),
                "fresh-link:%d:%s".formatted(wanted.question().id(), today),
                first.reference(),
                FirstMailboxRole.NAME,
                new Recipient(Long.toString(first.id()), first.name(), null, null),
                wanted.question().id(),
                Map.of(
                        FactsOfFreshLink.REFERENCE, first.reference().value(),
                        FactsOfFreshLink.PRACTICE,
                                practices.nameOf(cases.get(first.reference()).practice()),
                        FactsOfFreshLink.FIRST_SUBJECT, first.subject(),
                        FactsOfFreshLink.FIRST_SENT_ON,
                                MessageText.date(LocalDate.ofInstant(first.queuedAt(), clock.getZone()))));
    }

    /** The message that asked the question, where a new link has expired in its turn. */
    private Message first(Message message) {
        return message.role().equals(FirstMailboxRole.NAME)
                ? messages.find(Long.parseLong(message.person())).orElseThrow()
                : message;
    }
}
