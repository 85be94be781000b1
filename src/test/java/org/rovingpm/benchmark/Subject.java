package org.rovingpm.benchmark;

/** One subject of the benchmark: measures on the filled database and adds its lines to the table. */
public interface Subject {

    void measure(Application application, BenchmarkTable table);
}
