package org.rovingpm.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.start.StartRefused;

/** A PostgreSQL that somebody else runs. Refuses to start where it cannot be used, naming the setting that is wrong. */
record ConfiguredDatabase(DatabaseSettings settings) {

    private static final String ADDRESS = "jdbc:postgresql:";
    /** An instance may wait for others that start before it, for as long as {@link DatabaseStart} lets it. */
    private static final Duration LONGEST_WAIT = DatabaseStart.PATIENCE.plusMinutes(1);

    private static final String EXAMPLE = "jdbc:postgresql://database.example.org:5432/rovingpm";

    /** @return a connection of its own, outside the pools */
    Connection connect() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "Roving PM has no database to keep its data in: " + settings(missing) + " not set.",
                    "Set " + String.join(", ", missing) + ", for example ROVINGPM_DB_URL=" + EXAMPLE + "."
                            + " To try Roving PM out with a database of its own, run mvn spring-boot:run.");
        }
        if (!settings.url().startsWith(ADDRESS)) {
            throw notAnAddress();
        }
        try {
            Connection connection = address().connectingWithin(LONGEST_WAIT).getConnection();
            refuseUnlessRulesHold(connection);
            return connection;
        } catch (IllegalArgumentException noAddress) {
            throw notAnAddress();
        } catch (SQLException failure) {
            throw refusal(failure);
        }
    }

    private DatabaseAddress address() {
        return new DatabaseAddress(settings);
    }

    private StartRefused notAnAddress() {
        return new StartRefused(
                "ROVINGPM_DB_URL is \"" + settings.url()
                        + "\", which is not the JDBC address of a PostgreSQL database.",
                "Set ROVINGPM_DB_URL to an address such as " + EXAMPLE + ".");
    }

    /** Rows of hidden cases are hidden by policies of the database, which do not count for a superuser. */
    private void refuseUnlessRulesHold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "select rolname, rolsuper from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)")) {
            if (role.next()) {
                connection.close();
                throw new StartRefused(
                        "The database user %s %s, for whom PostgreSQL hides nothing: the cases that are hidden from somebody would not be."
                                .formatted(
                                        role.getString("rolname"),
                                        role.getBoolean("rolsuper") ? "is a superuser" : "has the attribute BYPASSRLS"),
                        "Set ROVINGPM_DB_USER to a user who owns the database and is no superuser: alter role … nosuperuser nobypassrls.");
            }
        }
    }

    static boolean isMissing(String value) {
        return value == null || value.isBlank();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (isMissing(settings.url())) {
            missing.add("ROVINGPM_DB_URL");
        }
        if (isMissing(settings.user())) {
            missing.add("ROVINGPM_DB_USER");
        }
        if (isMissing(settings.password())) {
            missing.add("ROVINGPM_DB_PASSWORD");
        }
        return missing;
    }

    private static String settings(List<String> missing) {
        return String.join(", ", missing) + (missing.size() == 1 ? " is" : " are");
    }

    private StartRefused refusal(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String address = settings.url().replaceFirst("\\?.*", "");
        if (state.startsWith("28")) {
            return new StartRefused(
                    "The database at " + address + " refuses the user " + settings.user() + ": " + failure.getMessage()
                            + ".",
                    "Check ROVINGPM_DB_USER and ROVINGPM_DB_PASSWORD.");
        }
        if (state.equals("3D000")) {
            return new StartRefused(
                    "The server of " + address + " has no such database: " + failure.getMessage() + ".",
                    "Create the database, or correct its name in ROVINGPM_DB_URL.");
        }
        return new StartRefused(
                "The database at " + address + " cannot be reached: " + failure.getMessage(),
                "Check that the database is running, and that ROVINGPM_DB_URL is right.");
    }
}
