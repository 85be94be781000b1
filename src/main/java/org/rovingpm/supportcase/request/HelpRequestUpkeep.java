package org.rovingpm.supportcase.request;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Processes requests that were sent and deletes those that expired, on a schedule and on every instance. Off where the engine
 * runs no jobs by itself.
 */
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
    void process() {
        processSentRequests.process();
    }

    @Scheduled(fixedDelay = TEN_MINUTES)
    void deleteExpired() {
        requests.deleteExpired();
    }
}
