package org.rovingpm.schemestart;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes spreadsheets that nobody has imported in time. Off where the engine runs no jobs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ImportedFileUpkeep {

    private static final int AN_HOUR = 3_600_000;

    private final ImportedFiles files;

    ImportedFileUpkeep(ImportedFiles files) {
        this.files = files;
    }

    @Scheduled(fixedDelay = AN_HOUR)
    void deleteExpired() {
        files.deleteExpired();
    }
}
