package org.rovingpm.account.factor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at the start if the key of the settings does not open the seeds that are stored. The application starts all the same,
 * because nobody gets in without their second factor for that: codes of apps are refused, recovery codes are not.
 */
@Component
class KeyOfSeeds {

    private static final Logger LOG = LoggerFactory.getLogger(KeyOfSeeds.class);

    private final SecondFactors factors;
    private final SeedCipher cipher;

    KeyOfSeeds(SecondFactors factors, SeedCipher cipher) {
        this.factors = factors;
        this.cipher = cipher;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        if (factors.latest().stream()
                .anyMatch(one -> cipher.open(one.seed(), one.person()).isEmpty())) {
            LOG.error(
                    "Second factors are stored under another key than that of the setting ROVINGPM_SECOND_FACTOR_KEY{}: whoever has one signs in with a recovery code until the former key is set again.",
                    cipher.hasKey() ? "" : ", which is missing");
        }
    }
}
