package org.rovingpm.engine;

/** A service outside that cannot be reached, or does not do what it is asked for. Names neither its address nor its key. */
public class OutsideFailure extends RuntimeException {

    protected OutsideFailure(String sentence) {
        super(sentence);
    }

    protected OutsideFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
