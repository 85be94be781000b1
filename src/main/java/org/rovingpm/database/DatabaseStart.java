package org.rovingpm.database;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * Settles where the database is before anything else is built, so that a wrong setting is one sentence and not the
 * failure of a hundred parts that need a database.
 */
class DatabaseStart implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String BEAN = "ownDatabase";
    private static final String TURN = "startTurn";
    private static final String PATIENCE = "10 min";

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        ConfigurableApplicationContext context = event.getApplicationContext();
        Binder binder = Binder.get(context.getEnvironment());
        DatabaseSettings settings = binder.bindOrCreate("rovingpm.db", DatabaseSettings.class);
        if (canBringOwn(context.getEnvironment()) && ConfiguredDatabase.isMissing(settings.url())) {
            bringOwn(context, binder.bindOrCreate("rovingpm", DataSettings.class));
        } else {
            takeTurn(context, new ConfiguredDatabase(settings));
        }
    }

    private static void takeTurn(ConfigurableApplicationContext context, ConfiguredDatabase database) {
        try {
            StartupLock turn = StartupLock.take(database.connect(), PATIENCE);
            context.addApplicationListener(turn);
            ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean(TURN, turn::close);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    // The packaged jar does not carry PostgreSQL's programs, whatever its profile
    private static boolean canBringOwn(ConfigurableEnvironment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"))
                && ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver", null);
    }

    private static void bringOwn(ConfigurableApplicationContext context, DataSettings settings) {
        EmbeddedDatabase database = EmbeddedDatabase.start(settings.data());
        ConfigurableEnvironment environment = context.getEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        BEAN,
                        Map.of(
                                "rovingpm.db.url", database.url(),
                                "rovingpm.db.user", database.user(),
                                "rovingpm.db.password", database.password())));
        // Registered before every bean and so closed after the last of them, the connection pool included
        ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean(BEAN, database::close);
    }
}
