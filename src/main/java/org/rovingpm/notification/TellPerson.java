package org.rovingpm.notification;

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

    TellPerson(Wordings wordings, KnownFacts known, QueueMessage queueMessage) {
        this.wordings = wordings;
        this.known = known;
        this.queueMessage = queueMessage;
    }

    /**
     * @param key    each message once
     * @param values the facts that only this message has
     * @return false where a message of this key has been queued before
     */
    @Transactional
    public boolean tell(
            String wordingName, CaseReference reference, String person, String key, Map<String, String> values) {
        Wording wording = wordings.get(wordingName);
        Map<String, Object> said = new HashMap<>(known.now(wording, reference).values());
        said.putAll(values);
        return queueMessage.write(
                wording, key, reference, ROLE, known.role(ROLE).again(reference, person, person), null, said);
    }
}
