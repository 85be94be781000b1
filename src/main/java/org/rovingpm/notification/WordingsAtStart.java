package org.rovingpm.notification;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Refuses to start with a packaged wording that could fail when it is sent. */
@Component
class WordingsAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(WordingsAtStart.class);

    private final Wordings wordings;
    private final KnownFacts known;

    WordingsAtStart(Wordings wordings, KnownFacts known) {
        this.wordings = wordings;
        this.known = known;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Wording wording : wordings.all()) {
            List<String> problems = known.problems(wording);
            if (problems.isEmpty()) {
                continue;
            }
            if (wording.isPackaged()) {
                throw new IllegalStateException("Wording %s: %s".formatted(wording.name(), String.join(" ", problems)));
            }
            LOG.error(
                    "The wording {} that {} wrote does not fit this version: {}",
                    wording.name(),
                    wording.changedBy(),
                    String.join(" ", problems));
        }
    }
}
