package org.rovingpm.account.factor;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what the seeds of second factors are encrypted in the database.
 *
 * @param key 32 random bytes in Base64; without it nobody can set up a second factor. Of several the first encrypts, and the others
 *            open what they have encrypted before
 */
@ConfigurationProperties("rovingpm.second-factor")
record SecondFactorSettings(List<String> key) {

    SecondFactorSettings {
        key = key == null ? List.of() : List.copyOf(key);
    }
}
