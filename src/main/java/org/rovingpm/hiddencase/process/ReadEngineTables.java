package org.rovingpm.hiddencase.process;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.hiddencase.EngineTables;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hides rows by the means of {@link HideFromReader}, which leaves it to this one as long as it is at work. */
@Component
class ReadEngineTables implements EngineTables {

    private static final ThreadLocal<Boolean> HIDING = ThreadLocal.withInitial(() -> false);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final IdentityService identities;
    private final Clock clock;

    ReadEngineTables(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, @Lazy IdentityService identities, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.identities = identities;
        this.clock = clock;
    }

    static boolean isHiding() {
        return HIDING.get();
    }

    @Override
    public CaseReader currentReader() {
        return EngineReader.of(identities.getCurrentAuthentication());
    }

    @Override
    public <T> T read(CaseReader reader, Supplier<T> questions) {
        if (reader.equals(CaseReader.APPLICATION) || HIDING.get()) {
            return questions.get();
        }
        return transaction.execute(status -> hide(reader) ? readHiding(questions) : questions.get());
    }

    private boolean hide(CaseReader reader) {
        return jdbc.execute(
                (ConnectionCallback<Boolean>) connection -> HideRows.hide(connection, reader, LocalDate.now(clock)));
    }

    private <T> T readHiding(Supplier<T> questions) {
        HIDING.set(true);
        try {
            T answer = questions.get();
            jdbc.execute((Connection connection) -> {
                HideRows.show(connection);
                return null;
            });
            return answer;
        } finally {
            // As with commands of the engine: what has failed ends the transaction, and the setting with it
            HIDING.remove();
        }
    }
}
