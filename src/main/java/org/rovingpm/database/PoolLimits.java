package org.rovingpm.database;

import java.time.Duration;

/**
 * The limits of the connections of one use.
 *
 * @param connections most of them
 * @param patience    how long somebody waits for a free one
 * @param statement   how long one statement may take
 * @param lock        how long a statement may wait for a lock
 * @param idle        how long a transaction may do nothing
 */
record PoolLimits(int connections, Duration patience, Duration statement, Duration lock, Duration idle) {

    /** Whoever looks whether the database works wants to know soon. */
    static final PoolLimits WATCH = new PoolLimits(
            3, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static final Duration ANSWER_ON_ITS_WAY = Duration.ofSeconds(3);

    /** How long a silent connection is listened to: by then the server itself would have ended the statement. */
    Duration silence() {
        return statement.plus(ANSWER_ON_ITS_WAY);
    }

    /**
     * What a connection is told first. The server, too, finds out about a client that is no longer there, within a minute, and
     * gives free what it had locked.
     */
    String settings() {
        return """
            set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d; \
            set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3""".formatted(statement.toMillis(), lock.toMillis(), idle.toMillis());
    }
}
