package org.rovingpm.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks of the database that one instance keeps for as long as it lives. They end with their connection, and so with a process
 * that is killed, or within a minute with a machine that is lost.
 */
public class KeptLocks {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLocks.class);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final DatabaseAddress address;

    KeptLocks(DatabaseAddress address) {
        this.address = address;
    }

    /** Takes the first of these that nobody has. @throws IllegalStateException where somebody has each of them */
    public KeptLock takeFirst(List<String> names) throws SQLException {
        Connection connection = address.connectingWithin(SILENCE).getConnection();
        boolean taken = false;
        try (Statement settings = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended('rovingpm ' || ?, 0))")) {
            settings.execute(PoolLimits.WATCH.settings() + "; set idle_session_timeout = 0");
            for (String name : names) {
                lock.setString(1, name);
                try (ResultSet answer = lock.executeQuery()) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        taken = true;
                        return new KeptLock(connection, name);
                    }
                }
            }
            throw new IllegalStateException("Others have all of " + names);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    /** A lock that is kept until it is closed, or its connection breaks. */
    public static final class KeptLock implements AutoCloseable {

        private final Connection connection;
        private final String name;

        private KeptLock(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        public String name() {
            return name;
        }

        /** Asks the database, for a few seconds at most. */
        public boolean isKept() {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                return true;
            } catch (SQLException broken) {
                LOG.debug("The connection of a lock has ended", broken);
                return false;
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException broken) {
                LOG.debug("The connection of a lock had ended already", broken);
            }
        }
    }
}
