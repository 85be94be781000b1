package org.rovingpm.database;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.rovingpm.start.StartRefused;

/**
 * Whether a database is empty or its tables were made by the migrations of this version. Until the first release they may be
 * written anew, and then a database of an earlier snapshot is not carried over.
 */
record TablesOfThisVersion(String url, String user, String password) {

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

    /**
     * Refuses a database whose tables were made by other migrations, before any of this version's is tried on it.
     *
     * @param whatToDo what puts it right, in a sentence
     */
    void orRefuse(String whatToDo) {
        // What is still to be migrated is right, and so is what a later version has added
        boolean valid = Flyway.configure()
                .dataSource(new DatabaseAddress(url, user, password).connectingWithin(LONGEST_ANSWER))
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load()
                .validateWithResult()
                .validationSuccessful;
        if (!valid) {
            throw new StartRefused(
                    "The database at %s was made by an earlier snapshot of Roving PM, whose data this version cannot take over."
                            .formatted(url.replaceFirst("\\?.*", "")),
                    whatToDo);
        }
    }
}
