package org.rovingpm.practice;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.function.Supplier;
import org.rovingpm.fixture.TestDatabase;
import org.rovingpm.practice.position.PositionTables;
import org.rovingpm.practice.position.RefreshPositions;
import org.rovingpm.practice.register.RefreshRegister;
import org.rovingpm.practice.register.RegisterTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own for what has to commit, with the module on it. */
public class PracticeDatabase implements AutoCloseable {

    private final HikariDataSource dataSource = new HikariDataSource();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    public final JdbcClient jdbc;
    public final Practices practices;
    public final Positions positions;
    public final RefreshRegister refreshRegister;
    public final RefreshPositions refreshPositions;

    public PracticeDatabase() {
        this(new PracticeSettings(new PracticeSettings.Register(null, null, 10), null, null));
    }

    public PracticeDatabase(PracticeSettings settings) {
        dataSource.setJdbcUrl(TestDatabase.createDatabaseWithTables());
        dataSource.setUsername(TestDatabase.USER);
        dataSource.setPassword(TestDatabase.USER);
        dataSource.setMaximumPoolSize(4);
        JdbcTemplate template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
        PositionTables positionTables = new PositionTables(jdbc, template, Clock.systemUTC());
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(template);
        practices = new Practices(jdbc, batches);
        positions = new Positions(jdbc);
        refreshRegister = new RefreshRegister(settings, new RegisterTables(jdbc, template));
        refreshPositions = new RefreshPositions(settings, positionTables);
    }

    public <T> T transaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
