package org.rovingpm.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DataAccessException;

/**
 * What people read of a failed step: what failed and for which case, why in plain words, how often it was tried, and what they
 * can do. Of failures that nobody has foreseen it tells their kind and the first line only, for their texts may quote what
 * people have written; all of it is in the stack trace.
 */
final class FailureText {

    private static final Pattern CASE = Pattern.compile("RPM-\\d{4}-\\d{4,7}");
    private static final int LONGEST_REASON = 600;

    private final String step;
    private final String process;
    private final String businessKey;

    /** @param step its label; null for one without */
    FailureText(String step, String process, String businessKey) {
        this.step = step;
        this.process = process;
        this.businessKey = businessKey;
    }

    /**
     * @param tried    how often the step has been tried
     * @param of       how often the model has it tried in all
     * @param failure  as it was thrown; a {@link StepFailed} says everything itself
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
                        again ? "It is tried again by itself. " : "It is not tried again by itself. ",
                        sentence(advice(failure, again)));
    }

    private static String reason(Throwable failure) {
        Throwable known = known(failure);
        if (known != null) {
            return known.getMessage();
        }
        if (cause(failure, DataAccessException.class) != null) {
            return "The database did not take it (%s)."
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
        String retry = again ? "" : ", then have the step tried again";
        if (cause(failure, Refusal.class) != null) {
            return "Open the case and put right what this says" + retry;
        }
        if (cause(failure, OutsideFailure.class) != null) {
            return "See whether the service works and whether its settings are right" + retry;
        }
        if (cause(failure, BrokenDecision.class) != null || cause(failure, DmnEngineException.class) != null) {
            return "Mend the decision in the Modeler and deploy it" + retry;
        }
        if (cause(failure, DataAccessException.class) != null) {
            return "Where other steps fail too, speak to whoever runs the database" + retry;
        }
        if (root(failure) instanceof ProcessEngineException) {
            return "The model asks for what is not there: mend it in the Modeler, deploy it and move the case to the new version"
                    + retry;
        }
        return "Give the stack trace to whoever looks after Roving PM"
                + (again ? "" : "; once the cause is mended, have the step tried again");
    }

    /** @return the failure whose text is ours, and can be shown as it is */
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
