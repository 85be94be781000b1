package org.rovingpm.engine.feel;

import java.time.Duration;
import java.util.function.Supplier;
import org.rovingpm.submission.Refusal;

/** How much the evaluation in this thread has computed so far. It ends with a refusal when it is too much. */
final class Computation {

    /** Many times what the largest table of the scheme needs, and less than anybody waits for. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    private static final int DEEPEST = 400;
    private static final int STEPS_BETWEEN_LOOKS = 64;
    private static final ThreadLocal<Computation> CURRENT = new ThreadLocal<>();

    private final long start = System.nanoTime();
    private int depth;
    private long steps;
    private Refusal stopped;

    private Computation() {}

    /** Counts as part of the computation that is going on, such as that of the whole table, or as one of its own. */
    static <T> T during(Supplier<T> evaluation) {
        if (CURRENT.get() != null) {
            return CURRENT.get().unlessStopped(evaluation);
        }
        CURRENT.set(new Computation());
        try {
            return CURRENT.get().unlessStopped(evaluation);
        } catch (StackOverflowError tooDeep) {
            throw tooMuch("nests too deep");
        } finally {
            CURRENT.remove();
        }
    }

    /** The library makes values, and words of its own, of the exceptions that it meets. */
    private <T> T unlessStopped(Supplier<T> evaluation) {
        T value = null;
        RuntimeException failed = null;
        try {
            value = evaluation.get();
        } catch (RuntimeException failure) {
            failed = failure;
        }
        if (stopped != null) {
            throw stopped;
        }
        if (failed != null) {
            throw failed;
        }
        return value;
    }

    /** The next step of the computation in this thread, which ends with {@link #leave()}. */
    static Computation enter() {
        Computation current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("Expressions are evaluated with limits only");
        }
        if (++current.depth > DEEPEST) {
            throw tooMuch("nests too deep");
        }
        if (++current.steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() - current.start > LONGEST.toNanos()) {
            throw tooMuch("takes longer than %d seconds".formatted(LONGEST.toSeconds()));
        }
        return current;
    }

    void leave() {
        depth--;
    }

    static Refusal tooMuch(String why) {
        Refusal refusal = new Refusal(
                "A decision was stopped, because one of its expressions %s: a process manager can simplify it and deploy it again."
                        .formatted(why));
        CURRENT.get().stopped = refusal;
        return refusal;
    }
}
