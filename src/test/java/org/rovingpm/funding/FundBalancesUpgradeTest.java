package org.rovingpm.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.rovingpm.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A scheme that has promised and spent money already is given the tables in which spending waits for nobody. */
class FundBalancesUpgradeTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestDatabase.createDatabase(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);

    private void migrate(MigrationVersion to) {
        Flyway.configure().dataSource(database).target(to).load().migrate();
    }

    private void entry(String kind, String amount, String reference) {
        jdbc.sql("""
                insert into ledger_entry (fund_code, at, who, kind, amount, case_reference, idempotency_key)
                values ('FUND', now(), 'manager', ?, ?, ?, ?)""")
                .params(kind, new BigDecimal(amount), reference, kind + amount)
                .update();
    }

    @Test
    void keepsEveryPennyThatWasPromisedAndSpent() {
        migrate(MigrationVersion.fromVersion("15"));
        // Rows of other tables that the ledger points to do not matter here
        jdbc.sql("alter table ledger_entry drop constraint ledger_entry_case_reference_fkey")
                .update();
        jdbc.sql("alter table case_money drop constraint case_money_case_reference_fkey")
                .update();
        jdbc.sql("insert into fund (code, name, opens_on) values ('FUND', 'Fund', current_date)")
                .update();
        entry("ALLOCATION", "1000", null);
        entry("COMMITMENT", "700", "RPM-2026-0001");
        entry("SPEND", "250.10", "RPM-2026-0001");

        migrate(MigrationVersion.LATEST);
        entry("SPEND", "49.90", "RPM-2026-0001");
        entry("RELEASE", "100", "RPM-2026-0001");

        assertThat(
                        jdbc
                                .sql("select allocated, committed, spent from fund_balance")
                                .query()
                                .singleRow()
                                .values()
                                .stream()
                                .toList())
                .isEqualTo(List.of(new BigDecimal("1000.00"), new BigDecimal("300.00"), new BigDecimal("300.00")));
        assertThat(jdbc.sql("select committed from case_money")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("300");
    }
}
