package org.rovingpm.demo.database;

import java.util.Optional;
import org.rovingpm.database.DatabaseProvider;
import org.rovingpm.database.ProvidedDatabase;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Starts the demonstration's own PostgreSQL in the data folder. */
public class EmbeddedDatabaseProvider implements DatabaseProvider {

    @Override
    public Optional<ProvidedDatabase> provide(Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return Optional.empty();
        }
        DataSettings settings = Binder.get(environment).bindOrCreate("rovingpm", DataSettings.class);
        return Optional.of(EmbeddedDatabase.start(settings.data()));
    }
}
