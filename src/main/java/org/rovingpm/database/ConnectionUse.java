package org.rovingpm.database;

/**
 * What the current thread needs the database for. Each use has connections of its own, so that none can take those of another:
 * slow pages of staff leave the public pages and the timers alone. What a transaction has begun with it keeps to its end.
 */
public enum ConnectionUse {

    /** What the application does before it is ready, which may take long. */
    START,

    /** Timers, queued steps, and whatever else runs without anybody waiting for it. */
    JOBS,

    /** The pages and calls of people with an account. */
    STAFF,

    /** The pages that are open to all, and the calls of other services. */
    VISITORS,

    /** Looking whether the database and the timers work. */
    WATCH;

    private static final ThreadLocal<ConnectionUse> CURRENT = ThreadLocal.withInitial(() -> JOBS);

    /** Until it is closed, the thread's new connections are for this. */
    public Scope begin() {
        ConnectionUse before = CURRENT.get();
        CURRENT.set(this);
        return before == JOBS ? CURRENT::remove : () -> CURRENT.set(before);
    }

    static ConnectionUse current() {
        return CURRENT.get();
    }

    /** The time for which a use holds. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
