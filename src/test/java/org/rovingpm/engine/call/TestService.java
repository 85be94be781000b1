package org.rovingpm.engine.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.engine.OutsideService;
import org.springframework.stereotype.Component;

/** A service whose address a test sets. */
@Component
class TestService implements OutsideService {

    private URI address;

    void set(String url) {
        address = url == null ? null : URI.create(url);
    }

    @Override
    public String name() {
        return "test-service";
    }

    @Override
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("X-Key", "secret");
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }
}
