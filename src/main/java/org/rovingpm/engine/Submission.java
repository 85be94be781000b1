package org.rovingpm.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;
import org.rovingpm.submission.Refusal;

/** A checked submission on its way through the engine: a transient variable, never stored and never in history. */
public final class Submission {

    private static final String VARIABLE = "rovingPmSubmission";
    private static final String NOBODY = "system";

    private Submission() {}

    /** Wraps a submission as the only variable of a start or a completion. */
    public static Map<String, Object> envelope(Record submission) {
        return Map.of(VARIABLE, Variables.untypedValue(submission, true));
    }

    /** Whether a variable of this name would be taken for a submission. */
    public static boolean isEnvelope(String variable) {
        return VARIABLE.equals(variable);
    }

    static Object of(DelegateTask task) {
        return present(task.getVariableLocal(VARIABLE));
    }

    static Object of(DelegateExecution process) {
        Object submission = present(process.getVariable(VARIABLE));
        ((VariableScope) process).removeVariable(VARIABLE);
        return submission;
    }

    /** @return user id of the person that the engine acts for, or "system" if it acts by itself */
    public static String person() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication == null || authentication.getUserId() == null ? NOBODY : authentication.getUserId();
    }

    /** Whether the submitter belongs to the group; false if the engine acts by itself. */
    public static boolean personIsIn(String group) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication != null
                && authentication.getGroupIds() != null
                && authentication.getGroupIds().contains(group);
    }

    /** @return the groups of the person that the engine acts for; none if it acts by itself */
    public static List<String> groups() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication == null || authentication.getGroupIds() == null
                ? List.of()
                : List.copyOf(authentication.getGroupIds());
    }

    private static Object present(Object submission) {
        if (submission == null) {
            throw new Refusal("Fill in the form: this step needs it.");
        }
        return submission;
    }
}
