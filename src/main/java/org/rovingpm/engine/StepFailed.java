package org.rovingpm.engine;

import java.time.Duration;
import java.time.Instant;

/** A failed technical step, with how to go on. Its message is the sentence that process managers read in Cockpit. */
public class StepFailed extends RuntimeException {

    /** How often a step that recovers by itself is retried after its incident. */
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

    /** No retry: an incident at once. */
    public static StepFailed forGood(String sentence, Throwable cause) {
        return new StepFailed(sentence, cause, Again.NEVER, null);
    }

    /** Retry at the given moment; earlier attempts do not count. */
    public static StepFailed until(Instant moment, String sentence, Throwable cause) {
        return new StepFailed(sentence, cause, Again.LATER, moment);
    }

    /** Retried as the model says and then without end, with an incident until it succeeds. */
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
