package org.rovingpm.engine.refusal;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Whether something failed only because somebody else did something with the same thing at the same moment, and was first. */
public final class LostRace {

    /** Added by somebody else, not serializable, deadlock. */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01");

    private LostRace() {}

    public static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (is(cause)) {
                return true;
            }
        }
        return false;
    }

    static boolean is(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof DuplicateKeyException
                || cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState());
    }
}
