package org.rovingpm.access.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What monitoring has to say to read our figures: "Authorization: Bearer" and the token that is set. */
@Component
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsToken {

    private final MetricsSettings settings;

    MetricsToken(MetricsSettings settings) {
        this.settings = settings;
    }

    boolean isSet() {
        return settings.token() != null && !settings.token().isBlank();
    }

    /** @return never true where no token is set. Takes the same time whatever is given */
    boolean isRight(String key) {
        return isSet()
                && MessageDigest.isEqual(
                        settings.token().getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }
}
