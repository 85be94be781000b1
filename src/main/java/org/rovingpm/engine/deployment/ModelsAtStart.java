package org.rovingpm.engine.deployment;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Deploys the packaged models before the job executor starts and the first request is answered. */
@Component
class ModelsAtStart implements SmartInitializingSingleton {

    private final PackagedModels models;

    ModelsAtStart(PackagedModels models) {
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.putInForce();
    }
}
