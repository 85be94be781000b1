package org.rovingpm.engine.call;

import org.rovingpm.engine.OutsideFailure;

/** A call that failed; it is tried again as the model says, and then it is an incident. Names neither address nor key. */
class ServiceFailed extends OutsideFailure {

    ServiceFailed(String sentence) {
        super(sentence);
    }

    ServiceFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
