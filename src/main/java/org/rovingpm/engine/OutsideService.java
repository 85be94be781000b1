package org.rovingpm.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A service outside that models may call through the {@code http-connector}, by its name: the URL "nhs-register:organisations"
 * stands for the path "organisations" of the service "nhs-register". Its address and its key are settings: they stand in no
 * model and in no process variable, and a model reaches nothing else outside.
 */
public interface OutsideService {

    /** Code of the BPMN error where the service has not what is asked for, and where its address is not set. */
    String NOT_FOUND = "notFound";

    String NOT_SET = "notSet";

    /** Small letters and hyphens. */
    String name();

    /** Where it is, http or https; empty where it is not set. */
    Optional<URI> address();

    /** What goes with each call, such as its key. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** How long it may stay silent. */
    default Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** Reads an address as a setting gives it. @throws IllegalArgumentException naming the setting where it is none */
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
