package org.rovingpm.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An outside service that models may call by name through the {@code http-connector}: the URL "nhs-
 * register:organisations" means the path "organisations" of the service "nhs-register". Its address and its key are
 * settings, never in a model or a process variable. Models can call nothing else outside.
 */
public interface OutsideService {

    /** Codes of the BPMN errors for "not found" and for a service without an address. */
    String NOT_FOUND = "notFound";

    String NOT_SET = "notSet";

    /** Lower-case letters and hyphens. */
    String name();

    /** Its address, http or https; empty if it is not set. */
    Optional<URI> address();

    /** Headers of each call, such as its key. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** The longest silence. */
    default Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** Reads the address in a setting. @throws IllegalArgumentException naming the setting if it is invalid */
    static Optional<URI> address(String written, String setting) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(written.strip());
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return Optional.of(address);
            }
        } catch (java.net.URISyntaxException malformed) {
            // Its message would show the address, which may be a secret
        }
        throw new IllegalArgumentException(
                "The setting %s is not an address such as https://service.example.org/path.".formatted(setting));
    }
}
