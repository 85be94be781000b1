package org.rovingpm.modelchange.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.rovingpm.modelchange.RunAs;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineRunAs implements RunAs {

    private final IdentityService identities;

    EngineRunAs(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public void begin(String person, List<String> groups) {
        identities.setAuthentication(person, groups);
    }

    @Override
    public void end() {
        identities.clearAuthentication();
    }
}
