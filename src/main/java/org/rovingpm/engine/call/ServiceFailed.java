package org.rovingpm.engine.call;

/** A call that failed; it is tried again as the model says, and then it is an incident. Names neither address nor key. */
class ServiceFailed extends RuntimeException {

    ServiceFailed(String sentence) {
        super(sentence);
    }

    ServiceFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
