package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.SilentProxy;
import org.rovingpm.fixture.TestDatabase;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class DatabaseHealthIndicatorTest {

    private final String url = TestDatabase.createDatabase();

    @Test
    void isUpWhileTheDatabaseCanBeWritten() {
        try (ConnectionPools pools = pools(url)) {
            assertThat(health(pools)).isEqualTo(Status.UP);
        }
    }

    @Test
    void isDownWhileTheDatabaseCanOnlyBeRead() {
        try (ConnectionPools pools = pools(url)) {
            health(pools);
            JdbcClient.create(pools)
                    .sql("alter role rovingpm in database %s set default_transaction_read_only = on"
                            .formatted(url.replaceAll(".*/(\\w+)\\?.*", "$1")))
                    .update();
        }
        try (ConnectionPools pools = pools(url)) {
            assertThat(indicator(pools).health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(indicator(pools).health().getDetails()).containsEntry("why", "AWAY");
        }
    }

    @Test
    void isDownWithinSecondsWhenTheDatabaseNoLongerAnswers() throws Exception {
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        try (SilentProxy proxy = SilentProxy.to(port);
                ConnectionPools pools = pools(url.replaceFirst(":\\d+/", ":" + proxy.port() + "/"))) {
            assertThat(health(pools)).isEqualTo(Status.UP);
            proxy.fallSilent();
            long from = System.nanoTime();
            assertThat(indicator(pools).health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
            proxy.speak();
            DatabaseHealthIndicator again = indicator(pools);
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!again.health().getStatus().equals(Status.UP) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(again.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    private static Status health(ConnectionPools pools) {
        JdbcClient.create(pools)
                .sql("create table if not exists database_probe (written_at timestamptz)")
                .update();
        return indicator(pools).health().getStatus();
    }

    private static DatabaseHealthIndicator indicator(ConnectionPools pools) {
        return new DatabaseHealthIndicator(pools, new DataSourceTransactionManager(pools));
    }

    private static ConnectionPools pools(String address) {
        return new ConnectionPools(
                new DatabaseAddress(address, TestDatabase.USER, "any"),
                Binder.get(new StandardEnvironment()).bindOrCreate("rovingpm.db.pool", PoolSettings.class));
    }
}
