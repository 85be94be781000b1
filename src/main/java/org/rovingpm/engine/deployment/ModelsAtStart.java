package org.rovingpm.engine.deployment;

import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the packaged models in force before the job executor starts and the first request is answered. */
@Component
class ModelsAtStart {

    private final PackagedModels models;

    ModelsAtStart(PackagedModels models) {
        this.models = models;
    }

    @EventListener
    void onStart(PostDeployEvent ready) {
        models.putInForce();
    }
}
