package org.rovingpm.practice.file;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks that instances sharing the database take in turn, each held until the transaction ends. */
public enum DatabaseLock {
    PRACTICES(7_420_001),
    POSITIONS(7_420_002);

    private final long key;

    DatabaseLock(long key) {
        this.key = key;
    }

    public void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", key)
                .query((row, number) -> true)
                .single();
    }
}
