package org.rovingpm.engine;

/** An outside service cannot be reached, or fails. The message contains neither its address nor its key. */
public class OutsideFailure extends RuntimeException {

    protected OutsideFailure(String sentence) {
        super(sentence);
    }

    protected OutsideFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
