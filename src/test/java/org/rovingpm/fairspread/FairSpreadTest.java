package org.rovingpm.fairspread;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fairspread.FairSpread.Had;
import org.rovingpm.fairspread.FairSpread.Spread;
import org.rovingpm.fairspread.FairSpread.Waiting;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.funding.Ledger;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** In an area of the test's own, as others have cases too. */
@ApplicationTest
@StartsAt
@Transactional
class FairSpreadTest {

    private static final String MANAGER = "service-manager";
    private static final Had NOTHING = new Had(0, BigDecimal.ZERO, BigDecimal.ZERO);

    @Autowired
    private FairSpread fairSpread;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference here;
    private LocalDate today;

    @BeforeEach
    void aPracticeInAnAreaOfItsOwn() {
        today = LocalDate.now(clock);
        here = caseIn("ZE9", CaseStage.MATCHING, Rag.AMBER);
    }

    private CaseReference caseIn(String area, CaseStage stage, Rag rag) {
        CaseReference reference = new CaseFixture(jdbc).at(stage, rag);
        jdbc.sql("update practice set postcode = :postcode where ods_code = :practice")
                .param("postcode", area + " 1AA")
                .param("practice", practiceOf(reference).value())
                .update();
        return reference;
    }

    private OdsCode practiceOf(CaseReference reference) {
        return cases.get(reference).leadingPractice();
    }

    private void helped(CaseReference reference, LocalDate from, LocalDate endedOn) {
        jdbc.sql("""
                insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on, ended_on, end_reason)
                values (?, ?, ?, 2, ?, ?, ?)""")
                .params(
                        reference.value(),
                        scheme.pm("pm-spread"),
                        from,
                        from.plusWeeks(8),
                        endedOn,
                        endedOn == null ? null : "SUPPORT_ENDED")
                .update();
    }

    private void paid(CaseReference reference, String pounds) {
        String fund = scheme.fund("SPREAD-" + reference.value().substring(9), "1000");
        ledger.commit(reference, fund, new BigDecimal("500"), "commit " + reference, MANAGER, "Plan");
        ledger.spend(
                reference, fund, new BigDecimal(pounds), new BigDecimal("4"), "week " + reference, MANAGER, "Week");
    }

    private Spread spread() {
        return fairSpread.of(here, MANAGER);
    }

    @Test
    void countsWhatThePracticeAndItsAreaHaveHadInTwelveMonths() {
        CaseReference other = caseIn("ZE9", CaseStage.SUPPORTED, Rag.RED);
        helped(other, today.minusDays(14), null);
        paid(other, "160.50");
        helped(here, today.minusDays(21), today.minusDays(14));
        CaseReference elsewhere = caseIn("ZE8", CaseStage.SUPPORTED, Rag.RED);
        helped(elsewhere, today.minusDays(14), null);
        paid(elsewhere, "99");

        assertThat(spread().area()).isEqualTo("ZE9");
        assertThat(spread().practice())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(new Had(1, new BigDecimal("2.0"), BigDecimal.ZERO));
        assertThat(spread().inArea())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(new Had(2, new BigDecimal("6.0"), new BigDecimal("160.50")));
    }

    @Test
    void leavesOutWhatIsLongerAgo() {
        helped(here, today.minusDays(400), today.minusDays(370));
        CaseReference longAgo = caseIn("ZE9", CaseStage.SUPPORTED, Rag.RED);
        helped(longAgo, today.minusDays(400), today.minusYears(1).plusDays(7));

        assertThat(spread().practice().cases()).isZero();
        assertThat(spread().inArea().cases()).isEqualTo(1);
        assertThat(spread().inArea().sessions()).as("of the last twelve months").isEqualByComparingTo("2");
    }

    @Test
    void countsTheOtherCasesOfTheAreaThatWaitForAPm() {
        caseIn("ZE9", CaseStage.MATCHING, Rag.RED);
        caseIn("ZE9", CaseStage.MATCHING, Rag.RED);
        caseIn("ZE9", CaseStage.REQUESTED, Rag.GREEN);
        caseIn("ZE9", CaseStage.SUPPORTED, Rag.RED);
        caseIn("ZE8", CaseStage.MATCHING, Rag.RED);

        assertThat(spread().waiting()).as("without the case itself").isEqualTo(new Waiting(2, 0, 1, 0));
    }

    @Test
    void saysNothingOfCasesThatAreHiddenFromTheReader() {
        CaseReference hidden = caseIn("ZE9", CaseStage.SUPPORTED, Rag.RED);
        helped(hidden, today.minusDays(14), null);
        paid(hidden, "160.50");
        CaseReference waiting = caseIn("ZE9", CaseStage.MATCHING, Rag.RED);
        declareInterest.declare(MANAGER, practiceOf(hidden), "My sister is a partner.");
        declareInterest.declare(MANAGER, practiceOf(waiting), "My brother is a partner.");

        assertThat(spread().inArea())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(NOTHING);
        assertThat(spread().waiting()).isEqualTo(new Waiting(0, 0, 0, 0));
        assertThat(fairSpread.of(here, "another-manager").inArea().cases()).isEqualTo(1);
    }

    @Test
    void takesBackWhatWasTakenBackInTheLedger() {
        helped(here, today.minusDays(14), null);
        paid(here, "160.50");
        jdbc.sql("""
                insert into ledger_entry (fund_code, recorded_at, recorded_by, kind, amount, case_reference, hours, idempotency_key, reverses)
                select fund_code, recorded_at, recorded_by, 'REVERSAL', amount, case_reference, hours, 'back ' || id, id
                  from ledger_entry where kind = 'SPEND' and case_reference = :reference""").param("reference", here.value()).update();

        assertThat(spread().practice().pounds()).isEqualByComparingTo("0");
    }
}
