package org.rovingpm.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the database can be reached and written: a part of {@code health}, and of what makes an instance ready. */
@Component("databaseHealthIndicator")
class DatabaseHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealthIndicator.class);
    /** Whoever asks more often is told the same again: the address is open to all. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private Health last = Health.unknown().build();
    private long looked;

    DatabaseHealthIndicator(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public synchronized Health health() {
        if (last.getStatus().equals(Status.UNKNOWN) || System.nanoTime() - looked > FRESH.toNanos()) {
            Health now = look();
            if (!now.getStatus().equals(last.getStatus())) {
                LOG.info("The database is {}: {}", now.getStatus(), now.getDetails());
            }
            last = now;
            looked = System.nanoTime();
        }
        return last;
    }

    private Health look() {
        try (ConnectionUse.Scope watching = ConnectionUse.WATCH.begin()) {
            transaction.executeWithoutResult(status ->
                    jdbc.sql("update database_probe set written_at = now()").update());
            return Health.up().build();
        } catch (RuntimeException failure) {
            LOG.debug("The database cannot be written", failure);
            return Health.down()
                    .withDetail(
                            "why", PassingFailure.in(failure).map(Enum::name).orElse("FAILED"))
                    .build();
        }
    }
}
