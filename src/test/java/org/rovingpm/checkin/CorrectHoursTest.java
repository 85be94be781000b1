package org.rovingpm.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.placement.PlacementStory.COORDINATOR;
import static org.rovingpm.placement.PlacementStory.MANAGER;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.jobplan.ReconcileMoney;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.closure.CloseCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A plan of 75 hours at £40, of which 10 hours are reported in the first week. */
@ApplicationTest
@StartsAt
@Transactional
class CorrectHoursTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CorrectHours correctHours;

    @Autowired
    private JdbcClient jdbc;

    private PlacementStory story;

    @BeforeEach
    void aReportedWeek() {
        story = new PlacementStory(context, CaseStage.MATCHING);
        story.visited().inEffect("75", "40");
        story.reported(FRIDAY, "10", null, Rag.AMBER, false);
    }

    private void correct(String hours) {
        correctHours.correct(story.reference, FRIDAY, new BigDecimal(hours), "Two hours were travel.", COORDINATOR);
    }

    private CheckIn week() {
        return context.getBean(CheckIns.class).find(story.reference, FRIDAY).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"8,320,2680", "12.25,490,2510", "0,0,3000"})
    void theMoneyFollowsInBothDirections(String hours, String spent, String committed) {
        correct(hours);
        assertThat(week().hours()).isEqualByComparingTo(hours);
        assertThat(week().amount()).isEqualByComparingTo(spent);
        assertThat(week().unfunded()).isZero();
        assertThat(story.money().spent()).isEqualByComparingTo(spent);
        assertThat(story.money().committed()).isEqualByComparingTo(committed);
    }

    @Test
    void everyCorrectionStaysOnRecordAndEachReversalNamesWhatItTakesBack() {
        correct("8");
        correct("9");
        assertThat(story.money().spent()).isEqualByComparingTo("360");
        Timeline.Entry entry =
                context.getBean(Timeline.class).latest(story.reference).orElseThrow();
        assertThat(entry.what()).isEqualTo("Hours of the week ending 27 November 2026 corrected");
        assertThat(entry.oldValue()).isEqualTo("8 hours (£320.00)");
        assertThat(entry.newValue()).isEqualTo("9 hours (£360.00)");
        assertThat(entry.reason()).isEqualTo("Two hours were travel.");
        assertThat(jdbc.sql("""
                select spent.amount from ledger_entry back join ledger_entry spent on spent.id = back.reverses
                where back.kind = 'REVERSAL' and back.case_reference = :case and back.amount = spent.amount order by back.id""")
                        .param("case", story.reference.value())
                        .query(BigDecimal.class)
                        .list())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("400"), new BigDecimal("320"));
    }

    @Test
    void hoursBeyondThePlanStayUncovered() {
        for (int week = 1; week < 7; week++) {
            story.reported(FRIDAY.plusWeeks(week), "10", null, Rag.AMBER, false);
        }
        correct("20");
        assertThat(week().unfunded()).isEqualByComparingTo("200");
        assertThat(week().overPlanHours()).isEqualByComparingTo("5");
        assertThat(story.money().spent()).isEqualByComparingTo("3000");
        correct("10");
        assertThat(week().unfunded()).isZero();
        assertThat(story.money().spent()).isEqualByComparingTo("2800");
    }

    @Test
    void theDatabaseTakesNoOtherHoursThanThoseOfTheLatestCorrection() {
        correct("8");
        assertThatThrownBy(() -> jdbc.sql("update check_in set hours = 60 where case_reference = :case")
                        .param("case", story.reference.value())
                        .update())
                .hasMessageContaining("never rewritten");
    }

    @Test
    void theDatabaseTakesSpendingBackOnce() {
        correct("8");
        assertThatThrownBy(() ->
                        jdbc.sql("""
                insert into ledger_entry (fund_code, recorded_at, recorded_by, kind, amount, case_reference, hours, idempotency_key, reverses)
                select fund_code, recorded_at, recorded_by, kind, amount, case_reference, hours, 'again:' || id, reverses from ledger_entry
                where case_reference = :case and kind = 'REVERSAL'""").param("case", story.reference.value()).update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("reverses");
    }

    @Test
    void whatCannotBeRightIsRefused() {
        assertThatThrownBy(() -> correct("10")).hasMessageContaining("hours that were reported");
        assertThatThrownBy(() -> correct("7.1")).hasMessageContaining("nearest quarter");
        assertThatThrownBy(() -> correctHours.correct(
                        story.reference, FRIDAY.plusWeeks(1), BigDecimal.ONE, "Because.", COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("No week ending 4 December 2026");
    }

    @Test
    void hoursAreCorrectedUntilTheirMoneyIsReconciled() {
        context.getBean(CloseCase.class).begin(story.reference, MANAGER);
        correct("8");
        context.getBean(ReconcileMoney.class).reconcile(story.reference, new ReconcileMoney.Form(true, null), MANAGER);
        assertThat(story.money().spent()).isEqualByComparingTo("320");
        assertThat(story.money().committed()).isZero();
        assertThatThrownBy(() -> correct("9")).hasMessageContaining("have been reconciled");
    }
}
