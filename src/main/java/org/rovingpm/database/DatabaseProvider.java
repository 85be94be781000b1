package org.rovingpm.database;

import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Brings a database where none is configured. Found as a service of the class path before anything else of the application
 * is there; the packaged application has none.
 */
public interface DatabaseProvider {

    /** @return a database that has been started for this application; empty if its settings do not ask for one */
    Optional<ProvidedDatabase> provide(Environment environment);
}
