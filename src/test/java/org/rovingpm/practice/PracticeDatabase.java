package org.rovingpm.practice;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.rovingpm.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own for what has to commit, with the module on it. */
class PracticeDatabase implements AutoCloseable {

    private final HikariDataSource dataSource = new HikariDataSource();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    final JdbcClient jdbc;
    final Practices practices;
    final Positions positions;
    final RefreshRegister refreshRegister;
    final RefreshPositions refreshPositions;

    PracticeDatabase() {
        this(new PracticeSettings(new PracticeSettings.Register(null, null, 10), null, null));
    }

    PracticeDatabase(PracticeSettings settings) {
        dataSource.setJdbcUrl(TestDatabase.createDatabase());
        dataSource.setUsername("postgres");
        dataSource.setPassword("postgres");
        dataSource.setMaximumPoolSize(4);
        Flyway.configure().dataSource(dataSource).load().migrate();
        JdbcTemplate template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
        PositionTables positionTables = new PositionTables(jdbc, template, Clock.systemUTC());
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(template);
        practices = new Practices(jdbc, batches);
        positions = new Positions(jdbc, batches, positionTables);
        refreshRegister = new RefreshRegister(settings, new RegisterTables(jdbc, template));
        refreshPositions = new RefreshPositions(settings, positionTables);
    }

    <T> T transaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
