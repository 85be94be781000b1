package org.rovingpm.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.rovingpm.database.PassingFailure;
import org.rovingpm.engine.refusal.LostRace;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DataAccessException;

/**
 * The text about a failed step: what failed and for which case, why in plain words, how often it was tried, and what
 * to do. For unforeseen failures it gives only their type and first line, because their texts may quote what people
 * wrote; the stack trace has everything.
 */
final class FailureText {

    private static final Pattern CASE = Pattern.compile("RPM-\\d{4}-\\d{4,7}");
    private static final int LONGEST_REASON = 600;

    private final String step;
    private final String process;
    private final String businessKey;

    /** @param step its label; null if it has none */
    FailureText(String step, String process, String businessKey) {
        this.step = step;
        this.process = process;
        this.businessKey = businessKey;
    }

    /**
     * @param tried    the number of attempts so far
     * @param of       the number of attempts that the model allows
     * @param failure  the exception; a {@link StepFailed} has the whole text itself
     */
    String of(Throwable failure, int tried, int of) {
        StepFailed told = cause(failure, StepFailed.class);
        if (told != null) {
            return told.getMessage();
        }
        boolean again = tried < of;
        return "The step “%s” of the process “%s” failed%s. %s Tried %s so far. %s%s"
                .formatted(
                        step,
                        process,
                        businessKey != null && CASE.matcher(businessKey).matches() ? " for case " + businessKey : "",
                        sentence(reason(failure)),
                        tried == 1 ? "once" : tried + " times",
                        again ? "It is retried automatically. " : "It is not retried automatically. ",
                        sentence(advice(failure, again)));
    }

    private static String reason(Throwable failure) {
        Throwable known = known(failure);
        if (known != null) {
            return known.getMessage();
        }
        if (LostRace.in(failure)) {
            return "Somebody else, or another step, changed the same at that moment.";
        }
        if (PassingFailure.in(failure).isPresent()) {
            return "The database was away, or much was going on.";
        }
        if (cause(failure, DataAccessException.class) != null) {
            return "The database refused it (%s)."
                    .formatted(
                            cause(failure, DataAccessException.class).getClass().getSimpleName());
        }
        Throwable root = root(failure);
        String line = root.getMessage() == null
                ? ""
                : root.getMessage().strip().lines().findFirst().orElse("");
        return line.isEmpty()
                ? root.getClass().getSimpleName()
                : "%s (%s)".formatted(line, root.getClass().getSimpleName());
    }

    private static String advice(Throwable failure, boolean again) {
        String retry = again ? "" : ", then retry the step";
        if (cause(failure, Refusal.class) != null) {
            return "Open the case and correct what this says" + retry;
        }
        if (cause(failure, OutsideFailure.class) != null) {
            return "Check that the service works and that its settings are right" + retry;
        }
        if (cause(failure, BrokenDecision.class) != null || cause(failure, DmnEngineException.class) != null) {
            return "Correct the decision in the Modeler and deploy it" + retry;
        }
        if (LostRace.in(failure)) {
            return again ? "There is nothing to do" : "Retry the step";
        }
        if (cause(failure, DataAccessException.class) != null
                || PassingFailure.in(failure).isPresent()) {
            return "If other steps fail too, speak to the people who run the database" + retry;
        }
        if (root(failure) instanceof ProcessEngineException) {
            return "The model uses something that does not exist: correct it in the Modeler, deploy it and move the case to the new version"
                    + retry;
        }
        return "Give the stack trace to the people who look after Roving PM"
                + (again ? "" : "; once the cause is fixed, retry the step");
    }

    /** @return the failure with a text of ours, which can be shown as it is */
    private static Throwable known(Throwable failure) {
        Throwable refusal = cause(failure, Refusal.class);
        Throwable outside = refusal == null ? cause(failure, OutsideFailure.class) : refusal;
        return outside == null ? cause(failure, BrokenDecision.class) : outside;
    }

    private static String sentence(String text) {
        String stripped = text.replaceAll("\\s+", " ").strip();
        String cut = stripped.length() <= LONGEST_REASON ? stripped : stripped.substring(0, LONGEST_REASON - 1) + "…";
        return cut.matches(".*[.!?…]") ? cut : cut + ".";
    }

    private static <T extends Throwable> T cause(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return type.cast(cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
