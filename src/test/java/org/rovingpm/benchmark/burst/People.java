package org.rovingpm.benchmark.burst;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** People who work at the same time, each on one thing after the other. */
final class People {

    static final int AT_ONCE = 8;

    private People() {}

    /** Returns when everything is done; fails where something cannot be done. */
    static <T> void doAll(List<T> things, Consumer<T> work) {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<? extends Future<?>> done = IntStream.range(0, AT_ONCE)
                    .mapToObj(person -> people.submit(() -> {
                        for (int i = person; i < things.size(); i += AT_ONCE) {
                            work.accept(things.get(i));
                        }
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        } finally {
            people.shutdownNow();
        }
    }
}
