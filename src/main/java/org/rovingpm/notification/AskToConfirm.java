package org.rovingpm.notification;

import java.time.Clock;
import java.util.Map;
import org.rovingpm.supportcase.RequestToConfirm;
import org.rovingpm.supportcase.RequestToConfirm.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks whoever has requested help on the public pages to confirm it from their mailbox. Says nothing that was typed there:
 * nobody should be able to have us write to strangers for them.
 */
@Component
class AskToConfirm {

    private static final String WORDING = "request-to-confirm";
    private static final String SOMEBODY = "colleague";

    private final Wordings wordings;
    private final KnownFacts known;
    private final QueueMessage queueMessage;
    private final Clock clock;

    AskToConfirm(Wordings wordings, KnownFacts known, QueueMessage queueMessage, Clock clock) {
        this.wordings = wordings;
        this.known = known;
        this.queueMessage = queueMessage;
        this.clock = clock;
    }

    /** With the request as it is taken up, or not at all. A case that is open already confirms its receipt by itself. */
    @EventListener
    void ask(RequestToConfirm request) {
        if (request.kind() == Kind.CONFIRM) {
            Wording wording = wordings.get(WORDING);
            Map<String, Object> said = Map.of(KnownFacts.RECIPIENT, SOMEBODY, FactsOfHelpRequest.PRACTICE, request.practiceName(),
                FactsOfHelpRequest.LINK, Message.LINK);
            String person = Long.toString(request.request());
            queueMessage.add(new Message(0, "help-request:" + person, wording.name(), null, RequesterRole.NAME, person, request.contactName(),
                WordingText.render(wording.subject(), known.of(wording), said), WordingText.render(wording.body(), known.of(wording), said),
                null, clock.instant(), MessageStatus.QUEUED, null, null), null);
        }
    }
}
