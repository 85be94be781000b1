package org.rovingpm.modelchange.process;

import org.camunda.bpm.engine.BadUserRequestException;

/** Files that wait for their review. The REST API answers with 400 and the sentence, which the Modeler shows. */
public class ChangeHeld extends BadUserRequestException {

    ChangeHeld(String change) {
        super(
                "Nothing is in force yet: this is %s now, and waits until another process manager has reviewed it. You will find it under Process changes."
                        .formatted(change));
    }
}
