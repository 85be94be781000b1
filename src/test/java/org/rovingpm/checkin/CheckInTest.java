package org.rovingpm.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.placement.PlacementStory.MANAGER;
import static org.rovingpm.placement.PlacementStory.PM;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class CheckInTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private PlacementStory story;

    @BeforeEach
    void aPlanOfEightHoursAWeek() {
        story = new PlacementStory(context, CaseStage.MATCHING);
        story.visited().inEffect("75", "40");
    }

    @Test
    void hoursArePaidAtThePlansRate() {
        ReportTheWeek.Outcome outcome = story.reported(FRIDAY, "7.5", null, Rag.AMBER, false);

        assertThat(outcome).isEqualTo(new ReportTheWeek.Outcome(false));
        assertThat(story.money().spent()).isEqualByComparingTo("300");
        assertThat(story.money().committed()).isEqualByComparingTo("2700");
    }

    @Test
    void theSameWeekTwiceIsPaidOnce() {
        story.reported(FRIDAY, "7.5", "A concern", Rag.AMBER, false);
        ReportTheWeek.Outcome again = story.reported(FRIDAY, "9", null, Rag.AMBER, false);

        assertThat(again.reviewNeeded()).isTrue();
        assertThat(story.money().spent()).isEqualByComparingTo("300");
    }

    @Test
    void aWeekWithoutHoursCostsNothing() {
        assertThat(story.reported(FRIDAY, "0", null, Rag.AMBER, false).reviewNeeded())
                .isFalse();
        assertThat(story.money().spent()).isZero();
    }

    @Test
    void onlyThePmReportsAndOnlyQuartersOfHoursForEachObjective() {
        ReportTheWeek report = context.getBean(ReportTheWeek.class);
        ReportTheWeek.Form valid = PlacementStory.week("7.5", null, Rag.AMBER, null, false);
        ReportTheWeek.Form invalid = new ReportTheWeek.Form(
                new java.math.BigDecimal("7.3"),
                List.of(new ReportTheWeek.Progress("Another", "Some")),
                null,
                Rag.AMBER,
                true,
                null,
                false);

        assertThatThrownBy(() -> report.report(story.reference, FRIDAY, valid, "pm-other"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> report.report(story.reference, FRIDAY, invalid, PM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(3));
    }

    @Test
    void aConcernAWorseRatingManyHoursOrAChangedPlanAreReviewed() {
        assertThat(story.reported(FRIDAY, "8", "The partners quarrel", Rag.AMBER, true))
                .isEqualTo(new ReportTheWeek.Outcome(true));
        assertThat(story.reported(FRIDAY.plusWeeks(1), "8", null, Rag.RED, false)
                        .reviewNeeded())
                .isTrue();
        assertThat(story.reported(FRIDAY.plusWeeks(2), "12.25", null, Rag.AMBER, false)
                        .reviewNeeded())
                .isTrue();
        assertThat(context.getBean(ReportTheWeek.class)
                        .report(
                                story.reference,
                                FRIDAY.plusWeeks(3),
                                PlacementStory.week("8", null, Rag.AMBER, "Another day", false),
                                PM)
                        .reviewNeeded())
                .isTrue();
        assertThat(story.reported(FRIDAY.plusWeeks(4), "12", null, Rag.AMBER, false)
                        .reviewNeeded())
                .isFalse();
    }

    @Test
    void aBetterRatingIsOfferedToTheServiceManagerAndNotLost() {
        assertThat(story.reported(FRIDAY, "8", null, Rag.GREEN, false).reviewNeeded())
                .isTrue();
        assertThat(reasons()).containsExactly("The PM would now rate the case Green; the agreed rating is Amber.");
    }

    @Test
    void hoursOverPlanAreReviewedAndStayUncovered() {
        for (int week = 0; week < 6; week++) {
            story.reported(FRIDAY.plusWeeks(week), "12", null, Rag.AMBER, false);
        }
        assertThat(story.reported(FRIDAY.plusWeeks(6), "4", null, Rag.AMBER, false)
                        .reviewNeeded())
                .isTrue();
        assertThat(story.money().spent()).isEqualByComparingTo("3000");
        assertThat(context.getBean(CheckIns.class).of(story.reference).get(0)).satisfies(week -> {
            assertThat(week.overPlanHours()).isEqualByComparingTo("1");
            assertThat(week.unfunded()).isEqualByComparingTo("40");
        });
    }

    @Test
    void supportThatThePmCallsCompleteIsForTheServiceManagerToEnd() {
        for (int week = 0; week < 3; week++) {
            assertThat(story.reported(FRIDAY.plusWeeks(week), "12", null, Rag.AMBER, false)
                            .reviewNeeded())
                    .isFalse();
        }
        story.reported(FRIDAY.plusWeeks(3), "8", null, Rag.AMBER, true);
        assertThat(reasons()).containsExactly("The PM says that support is complete.");
    }

    @Test
    void aPlanOfWhichMostIsUnusedWarnsWhereSupportIsToEnd() {
        story.reported(FRIDAY, "8", null, Rag.AMBER, true);
        assertThat(reasons())
                .containsExactly(
                        "The PM says that support is complete.",
                        "Most of the plan is unused: 8 hours of its 75 hours have been reported.");
    }

    private List<String> reasons() {
        return context.getBean(CheckIns.class)
                .latest(story.reference)
                .orElseThrow()
                .reviewReasons();
    }

    @Test
    void theReviewDecidesHowSupportGoesOn() {
        story.reported(FRIDAY, "8", "A concern", Rag.AMBER, true);
        ReviewCheckIn review = context.getBean(ReviewCheckIn.class);
        ReviewCheckIn.Form withoutReason =
                new ReviewCheckIn.Form(ReviewCheckIn.Decision.COMPLETE, Rag.RED, null, null, "Spoken to both");
        assertThatThrownBy(() -> review.review(story.reference, FRIDAY, withoutReason, MANAGER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(2));

        ReviewCheckIn.Form form =
                new ReviewCheckIn.Form(ReviewCheckIn.Decision.COMPLETE, null, null, null, "Spoken to both");
        assertThat(review.review(story.reference, FRIDAY, form, MANAGER))
                .isEqualTo(new ReviewCheckIn.Outcome(true, false));
        assertThatThrownBy(() -> review.review(story.reference, FRIDAY, form, MANAGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reviewed already");
    }

    @Test
    void weeksEndOnFridaysAtFiveAndNoneIsLeftOut() {
        PlanWeek planWeek = context.getBean(PlanWeek.class);
        assertThat(planWeek.next(story.reference))
                .isEqualTo(ZonedDateTime.parse("2026-11-27T17:00Z").toInstant());
        story.reported(FRIDAY, "8", null, Rag.AMBER, false);
        clock.setTo("2026-12-16T10:00");
        assertThat(planWeek.next(story.reference))
                .isEqualTo(ZonedDateTime.parse("2026-12-04T17:00Z").toInstant());
        story.reported(LocalDate.parse("2027-03-26"), "8", null, Rag.AMBER, false);
        assertThat(planWeek.next(story.reference))
                .isEqualTo(ZonedDateTime.parse("2027-04-02T16:00Z").toInstant());
    }

    @Test
    void thePmIsRemindedOfAWeekOnce() {
        RemindPm remind = context.getBean(RemindPm.class);
        remind.remind(story.reference, FRIDAY, "system");
        remind.remind(story.reference, FRIDAY, "system");

        assertThat(story.timeline()).extracting(Timeline.Entry::what).containsOnlyOnce("PM reminded");
    }

    @Test
    void whoReportedRemindedAndChasedIsNamedAndNotShownAsAUserId() {
        WeekSummary weeks = context.getBean(WeekSummary.class);
        context.getBean(RemindPm.class).remind(story.reference, FRIDAY, "system");
        context.getBean(ChaseMissingCheckIn.class)
                .chase(
                        story.reference,
                        FRIDAY,
                        new ChaseMissingCheckIn.Form(ChaseMissingCheckIn.Outcome.CHECK_IN_PROMISED, "Tomorrow"),
                        PM);
        story.reported(FRIDAY, "8", null, Rag.AMBER, false);

        assertThat(weeks.chaseRows(story.reference, FRIDAY))
                .extracting(row -> row.get("who"))
                .containsExactly("Roving PM", "Rowan Rivers");
        assertThat(weeks.reportOf(weeks.week(story.reference, FRIDAY)))
                .contains("Rowan Rivers")
                .doesNotContain("rivers");
    }

    @Test
    void theDatabaseRefusesToRewriteAWeek() {
        story.reported(FRIDAY, "8", null, Rag.AMBER, false);
        assertThatThrownBy(() -> jdbc.sql("update check_in set hours = 60").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never rewritten");
    }
}
