package org.rovingpm.account;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends the links for new passwords, on every instance. Off where the engine runs no jobs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class AccountUpkeep {

    private static final int TWO_SECONDS = 2_000;

    private final ForgottenPassword forgottenPassword;

    AccountUpkeep(ForgottenPassword forgottenPassword) {
        this.forgottenPassword = forgottenPassword;
    }

    @Scheduled(fixedDelay = TWO_SECONDS)
    void process() {
        forgottenPassword.process();
    }
}
