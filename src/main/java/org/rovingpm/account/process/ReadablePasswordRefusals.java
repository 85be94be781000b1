package org.rovingpm.account.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.rovingpm.account.PasswordRules;

/** Says what a refused password needs, where the engine would answer with a failure of its own. */
class ReadablePasswordRefusals extends CommandInterceptor {

    private static final String ENGINES_WORDS = "Password does not match policy";
    private static final String OURS =
            "The password needs at least %d characters, and no more than %d. It may not be one of those that are guessed first, and may not contain the user name, the person's names or their e-mail address."
                    .formatted(PasswordRules.SHORTEST, PasswordRules.LONGEST);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw command instanceof SaveUserCmd && ENGINES_WORDS.equals(failure.getMessage())
                    ? new BadUserRequestException(OURS)
                    : failure;
        }
    }
}
