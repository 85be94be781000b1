package org.rovingpm.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a message about a case to one person with an account. */
@Component
public class TellPerson {

    private static final String ROLE = "person";

    private final Wordings wordings;
    private final KnownFacts known;
    private final QueueMessage queueMessage;
    private final Clock clock;

    TellPerson(Wordings wordings, KnownFacts known, QueueMessage queueMessage, Clock clock) {
        this.wordings = wordings;
        this.known = known;
        this.queueMessage = queueMessage;
        this.clock = clock;
    }

    /**
     * @param key    each message once
     * @param values the facts that only this message has
     * @return false where a message of this key has been queued before
     */
    @Transactional
    public boolean tell(String wordingName, CaseReference reference, String person, String key, Map<String, String> values) {
        Wording wording = wordings.get(wordingName);
        Collection<Fact> facts = known.of(wording);
        Recipient recipient = known.role(ROLE).again(reference, person, person);
        Map<String, Object> said = new HashMap<>(known.valuesFor(wording, reference));
        said.putAll(values);
        said.put(KnownFacts.RECIPIENT, recipient.name());
        return queueMessage.add(new Message(0, key, wording.name(), reference, ROLE, person, recipient.name(),
            WordingText.render(wording.subject(), facts, said), WordingText.render(wording.body(), facts, said), null, clock.instant(),
            MessageStatus.QUEUED, null, null), recipient.why());
    }
}
