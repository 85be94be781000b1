package org.rovingpm.benchmark;

import org.rovingpm.fixture.RunningApplication;

/** The start of the application, in a Java process of its own. */
final class ApplicationStart implements Subject {

    @Override
    public void measure(Application application, BenchmarkTable table) {
        long began = System.nanoTime();
        try (RunningApplication ignored = RunningApplication.packaged(Application.arguments(application.server()))
                .awaitStart()) {
            table.number(
                    "Start of the application (512 MiB heap), until it answers",
                    (System.nanoTime() - began) / 1e9,
                    "s",
                    BenchmarkTable.Bound.AT_MOST,
                    30);
        }
    }
}
