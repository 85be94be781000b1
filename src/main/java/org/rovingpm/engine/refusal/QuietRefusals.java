package org.rovingpm.engine.refusal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.rovingpm.submission.Refusal;
import org.slf4j.Marker;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps refusals out of the log. The engine would log each as an error with its stack trace, although it is an answer
 * to a person and may repeat what they typed.
 */
public class QuietRefusals extends TurboFilter {

    private static final List<Class<? extends RuntimeException>> ANSWERS =
            List.of(Refusal.class, SuspendedEntityInteractionException.class, TaskAlreadyClaimedException.class);

    /** Answered with a sentence where a person asked. Elsewhere, as in a step that is tried again, they stay in the log. */
    private static final List<String> LOST_RACES = List.of(
            OptimisticLockingException.class.getName(),
            "duplicate key value violates unique constraint",
            "could not serialize access",
            "deadlock detected",
            // What was looked for belonged to a task that somebody else has ended
            "execution is null",
            "task is null");

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        return refused(thrown) || mentioned(parameters) || written(format) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** The engine's REST API writes the stack trace into the message itself. */
    private static boolean written(String text) {
        return text != null
                && (ANSWERS.stream().anyMatch(answer -> text.contains(answer.getName()))
                        || isAnswered() && LOST_RACES.stream().anyMatch(text::contains));
    }

    private static boolean refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (ANSWERS.contains(cause.getClass())
                    || isAnswered() && LOST_RACES.stream().anyMatch(cause.toString()::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnswered() {
        return RequestContextHolder.getRequestAttributes() != null;
    }

    private static boolean mentioned(Object[] parameters) {
        if (parameters != null) {
            for (Object parameter : parameters) {
                if (parameter instanceof Throwable cause && refused(cause)
                        || parameter instanceof String text && written(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
