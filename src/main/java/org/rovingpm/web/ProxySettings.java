package org.rovingpm.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose word about a client counts.
 *
 * @param addresses of the proxies that stand in front of the application, such as 10.0.3.7, or 10.0.3.* for all that begin so; what
 *                  anybody else says about the client's address or about TLS is ignored
 */
@ConfigurationProperties("rovingpm.proxy")
record ProxySettings(List<String> addresses) {

    private static final String ANY = "[0-9A-Fa-f.:]+";

    ProxySettings {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
        addresses.forEach(address -> {
            if (!address.matches("[0-9A-Fa-f.:]+\\*?")) {
                throw new IllegalArgumentException(
                        "ROVINGPM_PROXY_ADDRESSES names %s, which is no address: give addresses such as 10.0.3.7 or 10.0.3.*, separated by commas."
                                .formatted(address));
            }
        });
    }

    /** @return what the server compares a sender's address with; null where nobody is believed */
    String pattern() {
        return addresses.isEmpty()
                ? null
                : String.join(
                        "|",
                        addresses.stream()
                                .map(address -> address.replace(".", "\\.").replace("*", ANY))
                                .toList());
    }
}
