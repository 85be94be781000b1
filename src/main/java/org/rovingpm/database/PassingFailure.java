package org.rovingpm.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/**
 * Failures of the database that pass: it is away, full, or somebody has kept something locked for too long. Nothing has been
 * changed, and whoever tries again later may succeed.
 */
public enum PassingFailure {
    AWAY("The database is not available at the moment, so nothing has been changed: try again in a few minutes."),
    TOO_LONG(
            "This took longer than it may, because much is going on at the moment, so nothing has been changed: try again in a minute.");

    /** Ended by a limit of ours: a statement, a wait for a lock, an idle transaction. */
    private static final Set<String> LIMITS = Set.of("57014", "55P03", "25P03");

    private static final String READ_ONLY = "25006";
    /** Connections, lack of room or memory, an operator who stops the server, its disk. See PostgreSQL's appendix on error codes. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private final String sentence;

    PassingFailure(String sentence) {
        this.sentence = sentence;
    }

    /** What people are told. */
    public String sentence() {
        return sentence;
    }

    /** @return empty for any other failure, and for none */
    public static Optional<PassingFailure> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException noneFree) {
                return Optional.of(noneFree.getCause() == null ? TOO_LONG : AWAY);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (LIMITS.contains(state)) {
                    return Optional.of(TOO_LONG);
                }
                if (state.equals(READ_ONLY) || state.length() == 5 && CLASSES.contains(state.substring(0, 2))) {
                    return Optional.of(AWAY);
                }
            }
        }
        return Optional.empty();
    }
}
