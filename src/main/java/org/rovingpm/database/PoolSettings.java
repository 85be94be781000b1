package org.rovingpm.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections each use of the database has, and how long each may take.
 *
 * @param staff    for the pages and calls of people with an account
 * @param visitors for the pages that are open to all
 * @param jobs     for timers and queued steps: more than its threads, because a step may need a second connection
 * @param longWork for the start of the application and the few steps that are known to be long
 */
@ConfigurationProperties("rovingpm.db.pool")
record PoolSettings(
        @DefaultValue Staff staff,
        @DefaultValue Visitors visitors,
        @DefaultValue Jobs jobs,
        @DefaultValue LongWork longWork) {

    /**
     * @param connections most connections of one instance
     * @param statement   how long one statement may take
     * @param lock        how long it may wait for a lock
     * @param idle        how long a transaction may do nothing; longer than what else a request may do meanwhile
     */
    record Staff(
            @DefaultValue("16") int connections,
            @DefaultValue("15s") Duration statement,
            @DefaultValue("5s") Duration lock,
            @DefaultValue("60s") Duration idle) {

        PoolLimits limits() {
            return new PoolLimits(connections, Duration.ofSeconds(5), statement, lock, idle);
        }
    }

    /** As for staff. */
    record Visitors(
            @DefaultValue("6") int connections,
            @DefaultValue("5s") Duration statement,
            @DefaultValue("2s") Duration lock,
            @DefaultValue("20s") Duration idle) {

        PoolLimits limits() {
            return new PoolLimits(connections, Duration.ofSeconds(3), statement, lock, idle);
        }
    }

    /** As for staff; a step may wait for a mailbox or another service while its transaction is open. */
    record Jobs(
            @DefaultValue("12") int connections,
            @DefaultValue("20s") Duration statement,
            @DefaultValue("10s") Duration lock,
            @DefaultValue("3m") Duration idle) {

        PoolLimits limits() {
            return new PoolLimits(connections, Duration.ofSeconds(10), statement, lock, idle);
        }
    }

    /** As for staff. */
    record LongWork(
            @DefaultValue("1h") Duration statement,
            @DefaultValue("5m") Duration lock) {

        PoolLimits limits() {
            return new PoolLimits(4, Duration.ofSeconds(30), statement, lock, statement);
        }
    }

    PoolLimits limits(ConnectionUse use) {
        return switch (use) {
            case START -> longWork.limits();
            case JOBS -> jobs.limits();
            case STAFF -> staff.limits();
            case VISITORS -> visitors.limits();
            case WATCH -> PoolLimits.WATCH;
        };
    }
}
