package org.rovingpm.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many people at once at the same money: these transactions are real and stay in the database of the tests. */
@ApplicationTest
class ConcurrentCommitmentsTest {

    private static final BigDecimal PLAN = new BigDecimal("700.00");

    @Autowired
    private Ledger ledger;

    @Autowired
    private Funds funds;

    @Autowired
    private OpenFund openFund;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String fund;
    private CaseFixture cases;

    @BeforeEach
    void aFundOfTenThousandPounds() {
        fund = "F" + System.nanoTime();
        openFund.open(
                fund, fund, LocalDate.now(SchemeTime.ZONE).minusDays(1), null, new BigDecimal("10000"), "manager");
        cases = new CaseFixture(jdbc);
    }

    /** @return how many of the pieces of work were not refused */
    private static int atOnce(List<Callable<Boolean>> work) {
        ExecutorService people = Executors.newFixedThreadPool(12);
        try {
            int done = 0;
            for (Future<Boolean> result : people.invokeAll(work, 60, TimeUnit.SECONDS)) {
                done += result.get() ? 1 : 0;
            }
            return done;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            people.shutdownNow();
        }
    }

    private boolean commit(CaseReference reference, String key) {
        try {
            ledger.commit(reference, fund, PLAN, key, "manager", null);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal).hasMessage("The fund “%s” has £200.00 left; this plan needs £700.00.".formatted(fund));
            return false;
        }
    }

    @Test
    void manyPlansAtOnceNeverCommitMoreThanTheFundHas() {
        List<Callable<Boolean>> plans = new ArrayList<>();
        for (int plan = 0; plan < 60; plan++) {
            CaseReference reference = cases.at(CaseStage.PLANNING, Rag.GREEN);
            plans.add(() -> commit(reference, fund + reference));
        }

        assertThat(atOnce(plans)).isEqualTo(14);
        assertThat(funds.get(fund).committed()).isEqualByComparingTo("9800");
        assertThat(jdbc.sql("select sum(committed) from case_money where fund_code = :fund")
                        .param("fund", fund)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("9800");
    }

    @Test
    void theSameCommitmentManyTimesAtOnceIsOneCommitment() {
        CaseReference reference = cases.at(CaseStage.PLANNING, Rag.GREEN);
        List<Callable<Boolean>> again = new ArrayList<>();
        for (int time = 0; time < 24; time++) {
            again.add(() -> commit(reference, fund + reference));
        }

        assertThat(atOnce(again)).isEqualTo(24);
        assertThat(funds.get(fund).committed()).isEqualByComparingTo(PLAN);
    }

    @Test
    void aWeekIsPaidWhileMoneyOfTheFundIsBeingCommittedAndSpentForOthers() {
        CaseReference reference = cases.at(CaseStage.SUPPORTED, Rag.GREEN);
        CaseReference another = Stream.generate(() -> cases.at(CaseStage.SUPPORTED, Rag.GREEN))
                .filter(each -> part(each) != part(reference))
                .findFirst()
                .orElseThrow();
        CaseReference third = cases.at(CaseStage.PLANNING, Rag.GREEN);
        List.of(reference, another).forEach(each -> ledger.commit(each, fund, PLAN, fund + each, "manager", null));
        transactions.executeWithoutResult(underWay -> {
            ledger.spend(another, fund, BigDecimal.TEN, BigDecimal.ONE, fund + "another", "pm", null);
            ledger.commit(third, fund, PLAN, fund + third, "manager", null);
            assertThat(atOnce(List.of(() ->
                            ledger.spend(reference, fund, BigDecimal.TEN, BigDecimal.ONE, fund + "week", "pm", null)
                                            .signum()
                                    == 0)))
                    .isOne();
        });

        assertThat(funds.get(fund).spent()).isEqualByComparingTo("20");
        assertThat(funds.get(fund).committed()).isEqualByComparingTo("2080");
    }

    /** The part of the fund's spending that the case moves: one in sixteen pairs of cases shares theirs, and waits. */
    private int part(CaseReference reference) {
        return jdbc.sql("select hashtext(:reference) & 15")
                .param("reference", reference.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void committingSpendingAndReleasingAtOnceLosesNoPenny() {
        CaseReference reference = cases.at(CaseStage.SUPPORTED, Rag.GREEN);
        ledger.commit(reference, fund, new BigDecimal("3000"), fund + "first", "manager", null);
        List<Callable<Boolean>> moves = new ArrayList<>();
        for (int move = 0; move < 30; move++) {
            String key = fund + move;
            moves.add(() -> {
                ledger.spend(reference, fund, new BigDecimal("40.01"), BigDecimal.ONE, key + "s", "pm", null);
                return true;
            });
            moves.add(() -> {
                ledger.release(reference, fund, new BigDecimal("10"), key + "r", "manager", null);
                return true;
            });
            moves.add(() -> {
                ledger.commit(reference, fund, new BigDecimal("20"), key + "c", "manager", null);
                return true;
            });
        }

        assertThat(atOnce(moves)).isEqualTo(90);
        Fund after = funds.get(fund);
        assertThat(after.spent()).isEqualByComparingTo("1200.30");
        assertThat(after.committed()).isEqualByComparingTo("2099.70");
        assertThat(ledger.moneyOf(reference)).singleElement().satisfies(money -> assertThat(money.committed())
                .isEqualByComparingTo(after.committed()));
    }
}
