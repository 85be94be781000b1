package org.rovingpm.hiddencase.process;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Has the database hide the rows of hidden cases while a command reads for a person. Stands behind what opens the transaction,
 * because what it sets ends with that.
 */
class HideFromReader extends CommandInterceptor {

    private final Supplier<IdentityService> identities;
    private final Predicate<Command<?>> reads;
    private final Clock clock;
    private final ThreadLocal<Boolean> hiding = ThreadLocal.withInitial(() -> false);

    /** @param reads whether a command only reads; what runs processes must find the rows of every case */
    HideFromReader(Supplier<IdentityService> identities, Predicate<Command<?>> reads, Clock clock) {
        this.identities = identities;
        this.reads = reads;
        this.clock = clock;
    }

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        Authentication reader = identities.get().getCurrentAuthentication();
        if (reader == null
                || reader.getUserId() == null
                || !context.isAuthorizationCheckEnabled()
                || hiding.get()
                || ReadEngineTables.isHiding()
                || !reads.test(command)
                || !HideRows.hide(connection(context), EngineReader.of(reader), LocalDate.now(clock))) {
            return next.execute(command);
        }
        hiding.set(true);
        try {
            T read = next.execute(command);
            HideRows.show(connection(context));
            return read;
        } finally {
            // Where the command has failed its transaction fails too, and the setting ends with it
            hiding.remove();
        }
    }

    private static Connection connection(CommandContext context) {
        return context.getDbSqlSession().getSqlSession().getConnection();
    }
}
