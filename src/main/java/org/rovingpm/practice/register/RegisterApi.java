package org.rovingpm.practice.register;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.engine.OutsideService;
import org.rovingpm.practice.file.InputSource;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The register's API as models call it, and as a source of the register. */
@Component
public class RegisterApi implements OutsideService, InputSource {

    private static final String URL = "rovingpm.register.api.url (ROVINGPM_REGISTER_API_URL)";

    private final Optional<URI> address;
    private final RegisterApiSettings settings;

    public RegisterApi(RegisterApiSettings settings) {
        this.address = OutsideService.address(settings.url(), URL);
        this.settings = settings;
    }

    public boolean isSet() {
        return address().isPresent();
    }

    /** Whether it can say which practices there are. */
    boolean hasLists() {
        return settings.shape() != RegisterApiSettings.Shape.FHIR;
    }

    /** The question with the path at which this API answers it. */
    RegisterQuestion question(RegisterQuestion question) {
        return hasLists() ? question : question.inFhir();
    }

    @Override
    public String name() {
        return "nhs-register";
    }

    @Override
    public Optional<URI> address() {
        return address;
    }

    @Override
    public Map<String, String> headers() {
        return StringUtils.hasText(settings.key())
                ? Map.of("apikey", settings.key().strip())
                : Map.of();
    }

    @Override
    public Duration patience() {
        return settings.timeout();
    }

    @Override
    public Refusal refused(String reason, Object... values) {
        return new Refusal(
                "The register was not applied: %s. What was loaded before stays as it is. Check the setting %s."
                        .formatted(reason.formatted(values), URL));
    }

    @Override
    public String toString() {
        return "from its API";
    }
}
