package org.rovingpm.engine;

import java.time.Duration;
import java.time.Instant;

/** A step by the engine itself that has failed, with how to go on. Its sentence is what the process manager reads in Cockpit. */
public class StepFailed extends RuntimeException {

    /** How often a step that heals by itself is tried once an incident shows that it fails. */
    static final Duration ON_AND_ON = Duration.ofMinutes(15);

    /** How to go on. */
    enum Again {
        NEVER,
        LATER,
        ON_AND_ON
    }

    private final Again again;
    private final Instant notBefore;

    private StepFailed(String sentence, Throwable cause, Again again, Instant notBefore) {
        super(sentence, cause);
        this.again = again;
        this.notBefore = notBefore;
    }

    /** No other attempt makes sense: an incident at once. */
    public static StepFailed forGood(String sentence, Throwable cause) {
        return new StepFailed(sentence, cause, Again.NEVER, null);
    }

    /** No attempt before the moment makes sense, and those made so far do not count. */
    public static StepFailed until(Instant moment, String sentence, Throwable cause) {
        return new StepFailed(sentence, cause, Again.LATER, moment);
    }

    /** Tried again as the model says and then, with an incident until it succeeds, on and on. */
    public static StepFailed onAndOn(String sentence, Throwable cause) {
        return new StepFailed(sentence, cause, Again.ON_AND_ON, null);
    }

    Again again() {
        return again;
    }

    Instant notBefore() {
        return notBefore;
    }
}
