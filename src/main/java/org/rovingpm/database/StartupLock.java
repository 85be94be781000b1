package org.rovingpm.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.rovingpm.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Instances that start at once on one database do so one after the other: each finds the tables, models, groups and
 * accounts of the one before it in place. The turn ends with the start, or with the process that had it.
 */
class StartupLock implements ApplicationListener<ApplicationStartedEvent>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartupLock.class);
    private static final String TIMED_OUT = "55P03";

    private final Connection connection;

    private StartupLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for the turn, and keeps the connection for as long as it lasts.
     *
     * @param patience how long an instance before this one may take, in PostgreSQL's words
     */
    static StartupLock take(Connection connection, String patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 where pg_try_advisory_lock(hashtext('rovingpm start'))")
                    .next()) {
                LOG.info("Another instance is starting on this database: waiting until it is ready");
                statement.execute("set lock_timeout = '" + patience + "'");
                statement.execute("select pg_advisory_lock(hashtext('rovingpm start'))");
            }
            return new StartupLock(connection);
        } catch (SQLException failure) {
            connection.close();
            if (TIMED_OUT.equals(failure.getSQLState())) {
                throw new StartRefused(
                        "Another instance has been starting on this database for more than " + patience + ".",
                        "Look at what it waits for, or end it, and start this one again.");
            }
            throw failure;
        }
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        close();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            LOG.debug("The connection had ended already, and the turn with it", gone);
        }
    }
}
