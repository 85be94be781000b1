package org.rovingpm.hiddencase.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.rovingpm.database.SqlFile;

/**
 * Has the database hide the rows of hidden cases while a command reads for a person. Costs somebody from whom nothing is hidden
 * one short question. Stands behind what opens the transaction, because what it sets ends with that.
 */
class HideFromReader extends CommandInterceptor {

    private static final String HIDES_ANYTHING = "select exists (select from published_hidden_cases(?, ?))";
    private static final String HIDE = SqlFile.read(HideFromReader.class, "hide-instances.sql");
    private static final String SHOW = "select set_config('rovingpm.hiding', '', true)";

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
                || !reads.test(command)
                || !hide(connection(context), reader)) {
            return next.execute(command);
        }
        hiding.set(true);
        try {
            T read = next.execute(command);
            show(connection(context));
            return read;
        } finally {
            // Where the command has failed its transaction fails too, and the setting ends with it
            hiding.remove();
        }
    }

    private boolean hide(Connection connection, Authentication reader) {
        LocalDate today = LocalDate.now(clock);
        try {
            return isTrue(connection, HIDES_ANYTHING, reader.getUserId(), today)
                    && hasRow(connection, HIDE, MendsProcesses.includes(reader), reader.getUserId(), today);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isTrue(Connection connection, String question, Object... values) throws SQLException {
        try (PreparedStatement asked = ask(connection, question, values);
                ResultSet answer = asked.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static boolean hasRow(Connection connection, String question, Object... values) throws SQLException {
        try (PreparedStatement asked = ask(connection, question, values);
                ResultSet answer = asked.executeQuery()) {
            return answer.next();
        }
    }

    private static PreparedStatement ask(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int value = 0; value < values.length; value++) {
            statement.setObject(value + 1, values[value]);
        }
        return statement;
    }

    private static void show(Connection connection) {
        try (PreparedStatement setting = connection.prepareStatement(SHOW)) {
            setting.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Connection connection(CommandContext context) {
        return context.getDbSqlSession().getSqlSession().getConnection();
    }
}
