package org.rovingpm.alert;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rovingpm.engine.OutsideService;
import org.springframework.stereotype.Component;

/** The team's chat as an outside service. */
@Component
class TeamChat implements OutsideService {

    private final Optional<URI> address;

    TeamChat(AlertSettings settings) {
        this.address = OutsideService.address(settings.url(), "rovingpm.alert.url (ROVINGPM_ALERT_URL)");
    }

    @Override
    public String name() {
        return "team-chat";
    }

    @Override
    public Optional<URI> address() {
        return address;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }
}
