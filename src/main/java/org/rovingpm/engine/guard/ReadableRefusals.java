package org.rovingpm.engine.guard;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Passes a refusal of a guard on unchanged, so that the REST API answers 400 with its sentence. */
class ReadableRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw readable(failure);
        }
    }

    private static ProcessEngineException readable(ProcessEngineException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedByGuard refusal) {
                return refusal;
            }
        }
        return failure;
    }
}
