package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rovingpm.fixture.SilentProxy;
import org.rovingpm.fixture.TestDatabase;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections that end by themselves, in pools that leave each other alone: with limits much shorter than the usual ones. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionPoolsTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    private final String url = TestDatabase.createDatabase();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void aStatementEndsThatTakesTooLongWhateverTheAddressSays() {
        JdbcClient jdbc = JdbcClient.create(pools(url + "&socketTimeout=0&options=-c%20statement_timeout=0"));
        try (ConnectionUse.Scope staff = ConnectionUse.STAFF.begin()) {
            assertThatThrownBy(() -> jdbc.sql("select pg_sleep(60)").query().singleRow())
                    .satisfies(failure -> assertThat(PassingFailure.in(failure)).hasValue(PassingFailure.TOO_LONG));
        }
    }

    @Test
    void nobodyWaitsForALockForEver() throws SQLException {
        ConnectionPools pools = pools(url);
        JdbcClient jdbc = JdbcClient.create(pools);
        jdbc.sql("create table locked (id int)").update();
        try (ConnectionUse.Scope staff = ConnectionUse.STAFF.begin();
                Connection other = pools.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table locked");
            assertThatThrownBy(() -> jdbc.sql("select * from locked").query().listOfRows())
                    .satisfies(failure -> assertThat(PassingFailure.in(failure)).hasValue(PassingFailure.TOO_LONG));
            other.rollback();
        }
    }

    @Test
    void aTransactionThatDoesNothingIsEndedAndLocksNobodyOut() throws SQLException {
        ConnectionPools pools = pools(url);
        try (Connection idle = pools.getConnection();
                Statement statement = idle.createStatement()) {
            idle.setAutoCommit(false);
            statement.execute("create table left_behind (id int)");
            JdbcClient other = JdbcClient.create(pools);
            try (ConnectionUse.Scope watching = ConnectionUse.WATCH.begin()) {
                while (other.sql("select count(*) from pg_stat_activity where state = 'idle in transaction'")
                                .query(Long.class)
                                .single()
                        > 0) {
                    Thread.onSpinWait();
                }
            }
            assertThatThrownBy(() -> statement.execute("select 1"))
                    .satisfies(failure -> assertThat(PassingFailure.in(failure)).isPresent());
        }
    }

    @Test
    void aConnectionThatDiesSilentlyIsLeftAndTheNextOneWorks() throws IOException {
        SilentProxy proxy = SilentProxy.to(port());
        open.add(proxy);
        JdbcClient jdbc = JdbcClient.create(pools(url.replaceFirst(":\\d+/", ":" + proxy.port() + "/")));
        assertThat(answer(jdbc)).isEqualTo(1);

        assertThat(proxy.forgetConnections()).isPositive();

        long from = System.nanoTime();
        try {
            answer(jdbc);
        } catch (RuntimeException died) {
            assertThat(PassingFailure.in(died)).hasValue(PassingFailure.AWAY);
        }
        assertThat(answer(jdbc)).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void thoseWhoWaitForOneUseLeaveTheOthersAlone() throws SQLException {
        ConnectionPools pools = pools(url);
        try (ConnectionUse.Scope staff = ConnectionUse.STAFF.begin()) {
            List<Connection> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                all.add(pools.getConnection());
            }
            for (ConnectionUse other : List.of(ConnectionUse.VISITORS, ConnectionUse.JOBS, ConnectionUse.WATCH)) {
                try (ConnectionUse.Scope scope = other.begin()) {
                    assertThat(answer(JdbcClient.create(pools))).isEqualTo(1);
                }
            }
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void aTransactionKeepsItsConnectionWhateverItsThreadDoesNext() {
        ConnectionPools pools = pools(url);
        JdbcClient jdbc = JdbcClient.create(pools);
        new TransactionTemplate(new DataSourceTransactionManager(pools)).executeWithoutResult(status -> {
            long one = process(jdbc);
            try (ConnectionUse.Scope other = ConnectionUse.VISITORS.begin()) {
                assertThat(process(jdbc)).isEqualTo(one);
            }
        });
    }

    @Test
    void longWorkHasMoreTimeUntilItsTransactionEnds() {
        ConnectionPools pools = pools(url);
        JdbcClient jdbc = JdbcClient.create(pools);
        LongWork longWork = new LongWork(pools, settings());
        new TransactionTemplate(new DataSourceTransactionManager(pools)).executeWithoutResult(status -> {
            longWork.allow();
            jdbc.sql("select pg_sleep(0.6)").query().singleRow();
        });
        assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                .isEqualTo(SHORT.toMillis() + "ms");
        assertThatThrownBy(longWork::allow).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> jdbc.sql("select pg_sleep(60)").query().singleRow())
                .isInstanceOf(QueryTimeoutException.class);
    }

    private static PoolSettings settings() {
        return new PoolSettings(
                new PoolSettings.Staff(2, SHORT, Duration.ofMillis(200), SHORT),
                new PoolSettings.Visitors(2, SHORT, Duration.ofMillis(200), SHORT),
                new PoolSettings.Jobs(2, SHORT, Duration.ofMillis(200), SHORT),
                new PoolSettings.LongWork(Duration.ofSeconds(20), Duration.ofSeconds(5)));
    }

    private ConnectionPools pools(String address) {
        ConnectionPools pools = new ConnectionPools(new DatabaseAddress(address, TestDatabase.USER, "any"), settings());
        open.add(pools);
        return pools;
    }

    private int port() {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private static int answer(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }

    private static long process(JdbcClient jdbc) {
        return jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    }
}
