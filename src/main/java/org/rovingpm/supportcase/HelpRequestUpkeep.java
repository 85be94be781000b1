package org.rovingpm.supportcase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks after the requests for help by the clock, on every instance; where the engine's jobs wait to be fired, so does this. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class HelpRequestUpkeep {

    private static final int TWO_SECONDS = 2_000;
    private static final int TEN_MINUTES = 600_000;

    private final ProcessSentRequests processSentRequests;
    private final HelpRequests requests;

    HelpRequestUpkeep(ProcessSentRequests processSentRequests, HelpRequests requests) {
        this.processSentRequests = processSentRequests;
        this.requests = requests;
    }

    @Scheduled(fixedDelay = TWO_SECONDS)
    void takeUp() {
        processSentRequests.takeUp();
    }

    @Scheduled(fixedDelay = TEN_MINUTES)
    void deleteExpired() {
        requests.deleteExpired();
    }
}
