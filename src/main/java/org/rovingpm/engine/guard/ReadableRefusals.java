package org.rovingpm.engine.guard;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Passes a refusal of a guard, or of the password policy, on unchanged, so that the REST API answers 400 with its sentence. */
class ReadableRefusals extends CommandInterceptor {

    private static final String ENGINES_WORDS = "Password does not match policy";
    private static final String PASSWORD_POLICY =
            "The password needs at least 10 characters, among them a lower-case and an upper-case letter, "
                    + "a digit and a special character, and may not contain the user name, the person's names or their e-mail address.";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw readable(command, failure);
        }
    }

    private static ProcessEngineException readable(Command<?> command, ProcessEngineException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedByGuard refusal) {
                return refusal;
            }
        }
        boolean weakPassword = command instanceof SaveUserCmd && ENGINES_WORDS.equals(failure.getMessage());
        return weakPassword ? new RefusedByGuard(PASSWORD_POLICY) : failure;
    }
}
