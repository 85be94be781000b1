package org.rovingpm.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;

/** A call that nobody may make to the engine. The REST API answers 400 with the sentence. */
class RefusedByGuard extends BadUserRequestException {

    RefusedByGuard(String sentence) {
        super(sentence);
    }
}
