package org.rovingpm.draft;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes drafts that nobody went on with. Off where the engine runs no jobs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DraftUpkeep {

    private static final int AN_HOUR = 3_600_000;
    private static final int A_MINUTE = 60_000;

    private final Drafts drafts;

    DraftUpkeep(Drafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(fixedDelay = AN_HOUR, initialDelay = A_MINUTE)
    void forget() {
        drafts.forget();
    }
}
