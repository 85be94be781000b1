package org.rovingpm.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles where the database is before anything else is built, so that a wrong setting is one sentence and not the
 * failure of a hundred parts that need a database.
 */
class DatabaseStart implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String PROVIDED = "providedDatabase";
    private static final String TURN = "startTurn";
    static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        ConfigurableApplicationContext context = event.getApplicationContext();
        DatabaseSettings settings =
                Binder.get(context.getEnvironment()).bindOrCreate("rovingpm.db", DatabaseSettings.class);
        Optional<ProvidedDatabase> provided =
                ConfiguredDatabase.isMissing(settings.url()) ? provided(context.getEnvironment()) : Optional.empty();
        provided.ifPresentOrElse(database -> use(context, database), () -> use(context, settings));
    }

    private static Optional<ProvidedDatabase> provided(Environment environment) {
        return ServiceLoader.load(DatabaseProvider.class).stream()
                .flatMap(provider -> provider.get().provide(environment).stream())
                .findFirst();
    }

    private static void use(ConfigurableApplicationContext context, DatabaseSettings settings) {
        takeTurn(context, new ConfiguredDatabase(settings));
        new TablesOfThisVersion(settings.url(), settings.user(), settings.password())
                .orRefuse("Set ROVINGPM_DB_URL to an empty database, or start the version that made this one.");
    }

    private static void takeTurn(ConfigurableApplicationContext context, ConfiguredDatabase database) {
        try {
            StartupLock turn = StartupLock.take(database.connect(), PATIENCE.toMinutes() + " min");
            context.addApplicationListener(turn);
            ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean(TURN, turn::close);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void use(ConfigurableApplicationContext context, ProvidedDatabase database) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        PROVIDED,
                        Map.of(
                                "rovingpm.db.url", database.url(),
                                "rovingpm.db.user", database.user(),
                                "rovingpm.db.password", database.password())));
        // Registered before every bean and so closed after the last of them, the connection pool included
        ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean(PROVIDED, database::close);
        new TablesOfThisVersion(database.url(), database.user(), database.password()).orRefuse(database.remedy());
    }
}
