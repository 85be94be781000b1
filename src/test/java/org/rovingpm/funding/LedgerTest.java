package org.rovingpm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class LedgerTest {

    private static final String FUND = "RESILIENCE-2026";
    private static final String WHO = "manager";

    @Autowired
    private Ledger ledger;

    @Autowired
    private Funds funds;

    @Autowired
    private OpenFund openFund;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private CaseReference reference;

    @BeforeEach
    void aFundOfFiveThousandPounds() {
        openFund.open(
                FUND,
                "Resilience 2026",
                LocalDate.parse("2026-04-01"),
                LocalDate.parse("2027-03-31"),
                pounds("5000"),
                WHO);
        reference = new CaseFixture(jdbc).at(CaseStage.PLANNING, Rag.AMBER);
    }

    private static BigDecimal pounds(String amount) {
        return new BigDecimal(amount);
    }

    private void commit(String amount, String key) {
        ledger.commit(reference, FUND, pounds(amount), key, WHO, null);
    }

    private BigDecimal spend(String amount, String hours, String key) {
        return ledger.spend(reference, FUND, pounds(amount), pounds(hours), key, "pm.rivers", null);
    }

    @Test
    void committedMoneyIsNoLongerAvailable() {
        commit("3000", "plan:1");

        assertThat(funds.get(FUND).available()).isEqualByComparingTo("2000");
        assertThat(funds.open()).extracting(Fund::name).contains("Resilience 2026");
        assertThat(ledger.moneyOf(reference)).singleElement().satisfies(money -> {
            assertThat(money.fundName()).isEqualTo("Resilience 2026");
            assertThat(money.committed()).isEqualByComparingTo("3000");
            assertThat(money.spent()).isZero();
        });
    }

    @Test
    void aCommitmentThatTheFundCannotCoverIsRefusedInWords() {
        commit("3800", "plan:1");

        assertThatThrownBy(() -> commit("3000", "plan:2"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The fund “Resilience 2026” has £1,200.00 left; this plan needs £3,000.00.");
    }

    @Test
    void aFundThatHasClosedCommitsNothing() {
        clock.setTo("2027-04-01T09:00");

        assertThatThrownBy(() -> commit("10", "plan:1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not open today");
        assertThat(funds.open()).extracting(Fund::code).doesNotContain(FUND);
    }

    @Test
    void balancesFollowTheLedgerToThePenny() {
        commit("700", "plan:1");
        spend("250.10", "5", "week:1");
        spend("49.90", "1", "week:2");
        ledger.release(reference, FUND, pounds("100"), "release", WHO, null);

        Fund fund = funds.get(FUND);
        assertThat(fund.allocated()).isEqualByComparingTo("5000");
        assertThat(fund.committed()).isEqualByComparingTo("300");
        assertThat(fund.spent()).isEqualByComparingTo("300");
        assertThat(jdbc.sql("select committed_in_all from fund where code = :fund")
                        .param("fund", FUND)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("600");
        assertThat(ledger.moneyOf(reference)).singleElement().satisfies(money -> {
            assertThat(money.committed()).isEqualByComparingTo("300");
            assertThat(money.spent()).isEqualByComparingTo("300");
        });
    }

    @Test
    void theSameKeyTwiceHasOneEffect() {
        commit("3000", "plan:1");
        commit("3000", "plan:1");
        ledger.release(reference, FUND, pounds("500"), "plan:1:release", WHO, null);
        ledger.release(reference, FUND, pounds("500"), "plan:1:release", WHO, null);
        spend("100", "4", "week:1");
        BigDecimal uncovered = spend("100", "4", "week:1");

        assertThat(uncovered).isZero();
        assertThat(funds.get(FUND).committed()).isEqualByComparingTo("2400");
        assertThat(funds.get(FUND).spent()).isEqualByComparingTo("100");
    }

    @Test
    void aKeyThatNamedSomethingElseIsNotTakenForDone() {
        commit("3000", "plan:1");

        assertThatThrownBy(() -> commit("2000", "plan:1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void spendingReachesAsFarAsTheCommitmentAndSaysWhatItCouldNotCover() {
        commit("300", "plan:1");

        assertThat(spend("200", "5", "week:1")).isZero();
        assertThat(spend("200", "5", "week:2")).isEqualByComparingTo("100");
        assertThat(spend("200", "5", "week:3")).isEqualByComparingTo("200");
        assertThat(jdbc.sql("select sum(hours) from ledger_entry where case_reference = :case")
                        .param("case", reference.value())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("7.5");
        assertThat(funds.get(FUND).spent()).isEqualByComparingTo("300");
    }

    @Test
    void noMoreIsGivenBackThanIsCommitted() {
        commit("300", "plan:1");

        assertThatThrownBy(() -> ledger.release(reference, FUND, pounds("300.01"), "release", WHO, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("£300.00")
                .hasMessageContaining("£300.01");
    }

    @Test
    void amountsAreMoneyAndMoreThanNothing() {
        for (String invalid : new String[] {"0", "-5", "1.005", "100000000.01"}) {
            assertThatThrownBy(() -> commit(invalid, "odd")).as(invalid).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void anUnknownFundIsRefused() {
        assertThatThrownBy(() -> ledger.commit(reference, "NOWHERE", pounds("1"), "k", WHO, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NOWHERE");
    }

    @Test
    void aFundIsOpenedOnceAndWithSense() {
        LocalDate day = LocalDate.parse("2026-04-01");
        assertThatThrownBy(() -> openFund.open(FUND, "Again", day, null, pounds("1"), WHO))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> openFund.open("no", " ", day, day.minusDays(1), pounds("1"), WHO))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(3));
    }

    @Test
    void theDatabaseRefusesToChangeTheLedger() {
        refused("update ledger_entry set amount = 1", "only grows");
    }

    @Test
    void theDatabaseRefusesToDeleteFromTheLedger() {
        refused("delete from ledger_entry", "only grows");
    }

    @Test
    void theDatabaseRefusesToEmptyTheLedger() {
        refused("truncate ledger_entry cascade", "only grows");
    }

    @Test
    void theDatabaseRefusesABalanceSetByHand() {
        refused("update fund set allocated = allocated + 1000", "follow from the ledger");
    }

    @Test
    void theDatabaseRefusesACasesBalanceSetByHand() {
        commit("300", "plan:1");
        refused("update case_money set committed = 0", "follow from the ledger");
    }

    @Test
    void theDatabaseRefusesAFundsSpendingSetByHand() {
        refused("update fund_spending set spent = 0", "follow from the ledger");
    }

    @Test
    void theDatabaseRefusesAFundThatBeginsWithMoneyFromNowhere() {
        refused(
                "insert into fund (code, name, opens_on, allocated) values ('FREE', 'Free', current_date, 9)",
                "follow from the ledger");
    }

    @Test
    void theDatabaseItselfCommitsNoPoundTwice() {
        refused(entry("COMMITMENT", "5000.01"), "fund_never_committed_twice");
    }

    @Test
    void theDatabaseItselfSpendsNothingThatIsNotCommitted() {
        commit("300", "plan:1");
        refused(entry("SPEND", "300.01"), "case_committed_not_negative");
    }

    @Test
    void theDatabaseItselfSpendsNoMoneyOfAnotherCase() {
        CaseReference other = new CaseFixture(jdbc).at(CaseStage.PLANNING, Rag.RED);
        ledger.commit(other, FUND, pounds("300"), "plan:other", WHO, null);
        refused(entry("SPEND", "10"), "case_committed_not_negative");
    }

    private String entry(String kind, String amount) {
        return "insert into ledger_entry (fund_code, recorded_at, recorded_by, kind, amount, case_reference, idempotency_key) values ('%s', now(), 'x', '%s', %s, '%s', 'by hand')"
                .formatted(FUND, kind, amount, reference);
    }

    private void refused(String statement, String because) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }
}
