package org.rovingpm.engine.call;

import org.rovingpm.engine.OutsideFailure;

/** A failed call. It is retried as the model says, then becomes an incident. The message contains neither address nor key. */
class ServiceFailed extends OutsideFailure {

    ServiceFailed(String sentence) {
        super(sentence);
    }

    ServiceFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
