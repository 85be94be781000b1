package org.rovingpm.engine.refusal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.rovingpm.database.PassingFailure;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records with the web request why a command was refused, so that the person reads our words instead of the engine's.
 */
@Component
class RefusalRecorder extends AbstractProcessEnginePlugin {

    static final String ATTRIBUTE = Refusal.class.getName();

    private static final Pattern NO_TASK = Pattern.compile("Cannot find task|No task found");
    private static final Pattern A_MEMBER = Pattern.compile(".*/group/[^/]+/members/[^/]+");
    private static final Pattern A_TASK = Pattern.compile(".*/task/(?!report/)[^/]+/.+");

    /** Set to the {@link PassingFailure} where that is why a command has failed. */
    static final String PASSING = PassingFailure.class.getName();

    /** Set where a command of the engine has failed. Without it the API has failed over what was sent, before the engine. */
    static final String COMMAND_FAILED = RefusalRecorder.class.getName() + ".failed";

    /** What cannot be stored or compared, such as a null character or a number that is too large. */
    private static final String DATA_EXCEPTION = "22";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = configuration.getCustomPreCommandInterceptorsTxRequired();
        if (interceptors == null) {
            interceptors = new ArrayList<>();
            configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
        }
        interceptors.add(0, new Recorder());
    }

    private static class Recorder extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                RequestAttributes request = RequestContextHolder.getRequestAttributes();
                if (request != null) {
                    request.setAttribute(COMMAND_FAILED, true, RequestAttributes.SCOPE_REQUEST);
                    Refusal refusal = refusalIn(failure, is(request, A_TASK), is(request, A_MEMBER));
                    if (refusal != null) {
                        request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
                    }
                    PassingFailure.in(failure)
                            .ifPresent(
                                    passing -> request.setAttribute(PASSING, passing, RequestAttributes.SCOPE_REQUEST));
                }
                throw failure;
            }
        }

        private static boolean is(RequestAttributes request, Pattern address) {
            return request instanceof ServletRequestAttributes web
                    && address.matcher(web.getRequest().getRequestURI()).matches();
        }

        private static Refusal refusalIn(Throwable failure, boolean aboutATask, boolean aboutAMember) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal;
                }
                if (cause instanceof TaskAlreadyClaimedException) {
                    return new Refusal("Somebody else has already claimed this task: refresh the list.");
                }
                if (aboutATask && cause instanceof AuthorizationException) {
                    return TaskNotOpen.refusal();
                }
                if ((cause instanceof NullValueException || cause instanceof NotFoundException)
                        && NO_TASK.matcher(String.valueOf(cause.getMessage())).find()) {
                    return TaskNotOpen.refusal();
                }
                if (LostRace.is(cause)) {
                    return aboutAMember
                            ? new Refusal("They are in this group already: refresh the list.")
                            : new Refusal("Somebody else has just changed this: refresh the list and look again.");
                }
                if (cause instanceof SQLException data
                        && String.valueOf(data.getSQLState()).startsWith(DATA_EXCEPTION)) {
                    return new Refusal(
                            "What was sent has a number that is too large, or a character that cannot be stored: correct it.");
                }
                if (cause instanceof SuspendedEntityInteractionException) {
                    return new Refusal("This case is on hold: resume it first.");
                }
            }
            return null;
        }
    }
}
