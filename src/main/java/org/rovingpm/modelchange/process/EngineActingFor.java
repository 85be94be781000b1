package org.rovingpm.modelchange.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.rovingpm.modelchange.ActingFor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineActingFor implements ActingFor {

    private final IdentityService identities;

    EngineActingFor(@Lazy IdentityService identities) {
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
