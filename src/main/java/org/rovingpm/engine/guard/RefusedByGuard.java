package org.rovingpm.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;

/** Something that nobody may ask of the engine. The REST API answers with 400 and the sentence. */
class RefusedByGuard extends BadUserRequestException {

    RefusedByGuard(String sentence) {
        super(sentence);
    }
}
