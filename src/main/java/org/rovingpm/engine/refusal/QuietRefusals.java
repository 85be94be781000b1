package org.rovingpm.engine.refusal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.rovingpm.submission.Refusal;
import org.slf4j.Marker;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps refusals out of the log. The engine would log each as an error with its stack trace, although it is an answer
 * to a person and may repeat what they typed. Whatever its REST API answers is a line of {@link RefusalFilter}'s.
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

    /** The engine's REST API writes each answer from 500 on, with its stack trace, whatever was asked. */
    private static final String REST_API = "org.camunda.bpm.engine.rest.exception";

    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final Pattern ENGINES_DOORS = Pattern.compile("/(engine-rest|camunda/api)/.*");

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        if (logger.getName().equals(REST_API)) {
            return FilterReply.DENY;
        }
        return refused(thrown) || saidByTheEngine(thrown) || mentioned(parameters) || written(format)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
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

    /** Refused by the engine itself, and not because something of ours or of the database has failed in it. */
    private static boolean saidByTheEngine(Throwable thrown) {
        if (thrown == null
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
                || !ENGINES_DOORS
                        .matcher(FormBodyFilter.path(request.getRequest()))
                        .matches()) {
            return false;
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (!cause.getClass().getName().startsWith(ENGINE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnswered() {
        return RequestContextHolder.getRequestAttributes() != null;
    }

    private static boolean mentioned(Object[] parameters) {
        if (parameters != null) {
            for (Object parameter : parameters) {
                if (parameter instanceof Throwable cause && (refused(cause) || saidByTheEngine(cause))
                        || parameter instanceof String text && written(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
