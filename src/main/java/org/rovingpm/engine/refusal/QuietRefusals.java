package org.rovingpm.engine.refusal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.rovingpm.submission.Refusal;
import org.slf4j.Marker;

/**
 * Keeps refusals out of the log. The engine would log each as an error with its stack trace, although it is an answer
 * to a person and may repeat what they typed.
 */
public class QuietRefusals extends TurboFilter {

    private static final List<Class<? extends RuntimeException>> ANSWERS =
            List.of(Refusal.class, SuspendedEntityInteractionException.class, TaskAlreadyClaimedException.class);

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        return refused(thrown) || mentioned(parameters) || written(format) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** The engine's REST API writes the stack trace into the message itself. */
    private static boolean written(String text) {
        return text != null && ANSWERS.stream().anyMatch(answer -> text.contains(answer.getName()));
    }

    private static boolean refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (ANSWERS.contains(cause.getClass())) {
                return true;
            }
        }
        return false;
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
