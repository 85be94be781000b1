package org.rovingpm.hiddencase.process;

import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** The engine's commands that only read. It names them so: those that are no queries begin with “Get”, reports end with “ReportCmd”. */
final class ReadingCommands {

    private static final String OF_THE_ENGINE = "org.camunda.bpm.engine.impl.";

    private ReadingCommands() {}

    static boolean include(Command<?> command) {
        return command instanceof AbstractQuery<?, ?>
                || command instanceof AbstractNativeQuery<?, ?>
                || command instanceof AbstractExecuteFilterCmd
                || isNamedAsReading(command.getClass());
    }

    private static boolean isNamedAsReading(Class<?> command) {
        String name = command.getSimpleName();
        return command.getName().startsWith(OF_THE_ENGINE)
                && (name.startsWith("Get")
                        || name.startsWith("FindActive")
                        || name.startsWith("Execute") && name.contains("Duration")
                        || name.contains("CountBy"));
    }
}
