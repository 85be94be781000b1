package org.rovingpm.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * The connections to the database: a pool for each use, behind one data source. A transaction of Spring binds the connection that
 * it began with to this data source, so that the engine and the domain share it to the end, whatever the thread does meanwhile.
 */
class ConnectionPools extends AbstractRoutingDataSource implements MeterBinder, AutoCloseable {

    /** Enough to sort the engine's wide task rows in memory: some 10 MB for the 26,000 tasks of 50,000 cases. */
    private static final String MEMORY = "set work_mem = '16MB'; ";

    private static final Duration LOOKED_AFTER = Duration.ofSeconds(30);
    private static final Duration STILL_THERE = Duration.ofSeconds(1);
    private static final int KEPT_OPEN = 2;

    private final Map<ConnectionUse, HikariDataSource> pools = new EnumMap<>(ConnectionUse.class);

    ConnectionPools(DatabaseAddress address, PoolSettings settings) {
        for (ConnectionUse use : ConnectionUse.values()) {
            pools.put(use, pool(use, address, settings.limits(use)));
        }
        setTargetDataSources(Map.copyOf(pools));
        setLenientFallback(false);
        afterPropertiesSet();
    }

    private static HikariDataSource pool(ConnectionUse use, DatabaseAddress address, PoolLimits limits) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(use.name().toLowerCase(Locale.ROOT));
        pool.setDataSource(address.connectingWithin(limits.silence()));
        pool.setConnectionInitSql(MEMORY + limits.settings());
        pool.setMaximumPoolSize(limits.connections());
        pool.setMinimumIdle(use == ConnectionUse.START ? 0 : Math.min(KEPT_OPEN, limits.connections()));
        pool.setConnectionTimeout(limits.patience().toMillis());
        pool.setValidationTimeout(STILL_THERE.toMillis());
        pool.setKeepaliveTime(LOOKED_AFTER.toMillis());
        // Whoever asks first gets the failure, if there is one, after the same time as whoever asks later
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    @Override
    protected ConnectionUse determineCurrentLookupKey() {
        return ConnectionUse.current();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        pools.values().forEach(pool -> {
            if (pool.getMetricsTrackerFactory() == null) {
                pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
            }
        });
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
