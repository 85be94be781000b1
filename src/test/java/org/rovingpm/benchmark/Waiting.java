package org.rovingpm.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what goes on elsewhere. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Waiting() {}

    public static void until(BooleanSupplier done) {
        long began = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException("Nothing came of it in " + LONGEST.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
