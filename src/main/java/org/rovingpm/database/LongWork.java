package org.rovingpm.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives a transaction that is known to be long more time than others of its kind have. It ends with the transaction. */
@Component
public class LongWork {

    private final DataSource database;
    private final PoolLimits limits;

    LongWork(DataSource database, PoolSettings settings) {
        this.database = database;
        this.limits = settings.longWork().limits();
    }

    /** Refuses where there is no transaction. */
    public void allow() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Long work needs a transaction that its limits end with");
        }
        Connection connection = DataSourceUtils.getConnection(database);
        String setting = "set local statement_timeout = %d; set local lock_timeout = %d"
                .formatted(limits.statement().toMillis(), limits.lock().toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
            // The pool takes this back when it gets the connection back
            connection.setNetworkTimeout(Runnable::run, (int) limits.silence().toMillis());
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("Longer limits", setting, failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
