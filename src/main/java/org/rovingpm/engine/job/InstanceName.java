package org.rovingpm.engine.job;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.rovingpm.database.KeptLocks;
import org.rovingpm.database.KeptLocks.KeptLock;
import org.springframework.stereotype.Component;

/**
 * The name of this instance among those on its database: the first of "instance 1", "instance 2" … that no living one has. So an
 * instance that is killed and started again has its name again, and nobody needs to give it one.
 */
@Component
class InstanceName implements AutoCloseable {

    private static final List<String> NAMES = IntStream.rangeClosed(1, 200)
            .mapToObj(number -> "instance " + number)
            .toList();

    private final KeptLocks locks;
    private KeptLock lock;

    InstanceName(KeptLocks locks) {
        this.locks = locks;
    }

    /** @return the name; another than before where somebody has taken that one while the database was away */
    synchronized String take() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
        try {
            lock = locks.takeFirst(NAMES);
            return lock.name();
        } catch (SQLException failure) {
            throw new IllegalStateException("The database gives this instance no name", failure);
        }
    }

    synchronized boolean isKept() {
        return lock != null && lock.isKept();
    }

    @Override
    public synchronized void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
