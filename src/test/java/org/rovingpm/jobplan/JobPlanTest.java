package org.rovingpm.jobplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.placement.PlacementStory.BUDGET_HOLDER;
import static org.rovingpm.placement.PlacementStory.MANAGER;
import static org.rovingpm.placement.PlacementStory.PM;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PrepareJobPlan.Decision;
import org.rovingpm.jobplan.PrepareJobPlan.Prepared;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.Problem;
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
class JobPlanTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JobPlans plans;

    @Autowired
    private PrepareJobPlan prepareJobPlan;

    @Autowired
    private ActivatePlan activatePlan;

    @Autowired
    private ReleaseMoney releaseMoney;

    @Autowired
    private JdbcClient jdbc;

    private PlacementStory story;

    @BeforeEach
    void aCaseWhosePmHasVisited() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void whoAnsweredIsNamedAndNotShownAsAUserId() {
        long plan = story.submitted("75", "40").planId();
        story.pmAnswers(plan, Answer.APPROVE);

        assertThat(plans.approvals(plans.get(plan)))
                .extracting(PlanApproval::answeredBy)
                .containsExactly("Rowan Rivers");
        assertThat(context.getBean(PlanSummary.class).of(plans.get(plan)))
                .contains("Approved: Rowan Rivers")
                .doesNotContain("rivers");
        assertThat(story.timeline())
                .filteredOn(entry -> entry.what().equals("Job plan approved: PM"))
                .extracting(Timeline.Entry::newValue)
                .containsExactly("Version 1, answered by Rowan Rivers");
    }

    @Test
    void theFirstPlanCommitsItsCostWhenItIsSubmitted() {
        Prepared prepared = story.submitted("75", "40");

        assertThat(prepared.submitted()).isTrue();
        assertThat(prepared.budgetHolderNeeded()).isFalse();
        assertThat(story.money().committed()).isEqualByComparingTo("3000");
        assertThat(story.stage()).isEqualTo(CaseStage.PLANNING);
        assertThat(plans.get(prepared.planId()).cost()).isEqualByComparingTo("3000");
    }

    @Test
    void aPlanThatTheFundCannotPayIsRefusedAndNotStored() {
        assertThatThrownBy(() -> story.submitted("200", "60"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The fund “%s” has £10,000.00 left; this plan needs £12,000.00.".formatted(story.fund));
    }

    @Test
    void aCostlyPlanNeedsTheBudgetHolder() {
        assertThat(story.submitted("150", "40").budgetHolderNeeded()).isTrue();
    }

    @Test
    void everythingThatIsWrongWithAPlanIsReportedAtOnce() {
        PrepareJobPlan.Form bare =
                new PrepareJobPlan.Form(Decision.SUBMIT, List.of(), null, null, null, null, null, "NOWHERE", null);
        assertThatThrownBy(() -> prepareJobPlan.prepare(story.reference, bare, MANAGER))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field)
                        .containsExactlyInAnyOrder(
                                "objectives", "sessionsAWeek", "startOn", "endOn", "hours", "hourlyRate", "fund"));
    }

    @Test
    void datesAndHoursThatMakeNoSenseAreRefused() {
        PrepareJobPlan.Form good = story.form("75", "40");
        refused(withDates(good, day("2026-10-25"), good.endOn()), "startOn", "28 days ago");
        refused(withDates(good, day("2027-11-24"), day("2027-12-24")), "startOn", "more than a year away");
        refused(withDates(good, day("2026-12-02"), day("2026-12-01")), "endOn", "before the first");
        refused(withDates(good, day("2026-11-10"), day("2026-11-22")), "endOn", "has passed");
        refused(withDates(good, day("2026-12-01"), day("2029-12-01")), "endOn", "three years");
        refused(
                withDates(good, day("2026-12-01"), day("2026-12-14")),
                "hours",
                "over 2 weeks, at 4 hours a session, the most is 16 hours");
    }

    private static PrepareJobPlan.Form withDates(PrepareJobPlan.Form form, LocalDate start, LocalDate end) {
        return new PrepareJobPlan.Form(
                form.decision(),
                form.objectives(),
                form.sessionsAWeek(),
                start,
                end,
                form.hours(),
                form.hourlyRate(),
                form.fund(),
                form.reason());
    }

    private void refused(PrepareJobPlan.Form form, String field, String sentence) {
        assertThatThrownBy(() -> prepareJobPlan.prepare(story.reference, form, MANAGER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).anySatisfy(problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.sentence()).contains(sentence);
                        }));
    }

    @Test
    void aSecondPlanWaitsUntilTheFirstIsAnswered() {
        story.submitted("75", "40");

        assertThatThrownBy(() -> story.submitted("10", "40"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("waiting for answers");
    }

    @Test
    void stoppingNeedsAReason() {
        PrepareJobPlan.Form withoutReason =
                new PrepareJobPlan.Form(Decision.STOP_PLANNING, List.of(), null, null, null, null, null, null, null);
        assertThatThrownBy(() -> prepareJobPlan.prepare(story.reference, withoutReason, MANAGER))
                .isInstanceOf(Refusal.class);

        PrepareJobPlan.Form withReason = new PrepareJobPlan.Form(
                Decision.STOP_PLANNING, List.of(), null, null, null, null, null, null, "No longer needed");
        assertThat(prepareJobPlan.prepare(story.reference, withReason, MANAGER).submitted())
                .isFalse();
        assertThat(story.timeline()).extracting(Timeline.Entry::what).contains("Planning stopped");
    }

    @Test
    void onlyThePmOfThePlacementAnswersForThePm() {
        long plan = story.submitted("75", "40").planId();

        assertThatThrownBy(() -> context.getBean(ApproveJobPlan.class)
                        .answer(story.reference, plan, new ApproveJobPlan.Form(Answer.APPROVE, null), "pm-other"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Only the PM of case");
    }

    @Test
    void whoPreparedAPlanDoesNotApproveItsSpending() {
        long plan = story.submitted("150", "40").planId();
        story.pmAnswers(plan, Answer.APPROVE);
        story.practiceAnswers(plan, Answer.APPROVE);

        assertThatThrownBy(() -> story.budgetHolderAnswers(plan, Answer.APPROVE, MANAGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("You prepared this plan");
        assertThat(story.budgetHolderAnswers(plan, Answer.APPROVE, BUDGET_HOLDER))
                .isTrue();
    }

    @Test
    void aRefusalNeedsACommentAndEachPartyAnswersOnce() {
        long plan = story.submitted("75", "40").planId();
        assertThatThrownBy(() -> context.getBean(ApproveJobPlan.class)
                        .answer(story.reference, plan, new ApproveJobPlan.Form(Answer.REFUSE, null), PM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("what should change");

        assertThat(story.pmAnswers(plan, Answer.REFUSE)).isFalse();
        assertThatThrownBy(() -> story.pmAnswers(plan, Answer.APPROVE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> story.practiceAnswers(plan, Answer.APPROVE)).isInstanceOf(Refusal.class);
    }

    @Test
    void thePracticesAnswerIsNeitherOlderThanThePlanNorFromTheFuture() {
        long plan = story.submitted("75", "40").planId();
        for (LocalDate date : List.of(story.today().plusDays(1), story.today().minusDays(1))) {
            assertThatThrownBy(() -> context.getBean(RecordPracticeApproval.class)
                            .record(
                                    story.reference,
                                    plan,
                                    new RecordPracticeApproval.Form(null, Answer.APPROVE, "Dr Field", date, null),
                                    "coordinator"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void noPlanTakesEffectWithoutAllItsApprovals() {
        long plan = story.submitted("150", "40").planId();
        story.pmAnswers(plan, Answer.APPROVE);
        story.practiceAnswers(plan, Answer.APPROVE);

        assertThatThrownBy(() -> activatePlan.activate(plan, "system"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BUDGET_HOLDER");
    }

    @Test
    void aPlanThatTakesEffectStartsSupportAndSetsThePlacement() {
        JobPlan plan = story.inEffect("75", "40");

        assertThat(plan.status()).isEqualTo(PlanStatus.IN_EFFECT);
        assertThat(story.stage()).isEqualTo(CaseStage.SUPPORTED);
        assertThat(context.getBean(Placements.class).get(story.reference).expectedEndOn())
                .isEqualTo(plan.endsOn());
    }

    @Test
    void activatingAPlanTwiceHasOneEffect() {
        JobPlan plan = story.inEffect("75", "40");
        int entries = story.timeline().size();
        activatePlan.activate(plan.id(), "system");

        assertThat(story.timeline()).hasSize(entries);
        assertThat(story.money().committed()).isEqualByComparingTo("3000");
    }

    @Test
    void aRefusedPlanReleasesItsMoneyOnce() {
        long plan = story.submitted("75", "40").planId();
        story.pmAnswers(plan, Answer.REFUSE);
        releaseMoney.release(plan, "system");
        releaseMoney.release(plan, "system");

        assertThat(plans.get(plan).status()).isEqualTo(PlanStatus.REFUSED);
        assertThat(story.money().committed()).isZero();
        assertThat(story.submitted("50", "40").submitted()).isTrue();
        assertThat(context.getBean(PlanSummary.class).refusals(story.reference)).isEmpty();
    }

    @Test
    void theCommentOfARefusalIsThereForTheNextVersion() {
        long plan = story.submitted("75", "40").planId();
        story.pmAnswers(plan, Answer.REFUSE);
        releaseMoney.release(plan, "system");

        assertThat(context.getBean(PlanSummary.class).refusals(story.reference))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("comment", "Too many hours")
                        .containsEntry("who", "Rowan Rivers (PM)"));
        assertThat(context.getBean(PlanSummary.class).draft(story.reference)).containsEntry("fund", story.fund);
    }

    @Test
    void aCostlierVariationCommitsOnlyWhatItAdds() {
        JobPlan first = story.inEffect("75", "40");
        Prepared variation = story.submitted("100", "40");

        assertThat(plans.get(variation.planId()).newlyCommitted()).isEqualByComparingTo("1000");
        assertThat(plans.get(variation.planId()).variation()).isTrue();
        assertThat(story.money().committed()).isEqualByComparingTo("4000");
        assertThat(plans.inEffect(story.reference))
                .get()
                .extracting(JobPlan::id)
                .isEqualTo(first.id());
    }

    @Test
    void aVariationInEffectSupersedesTheVersionBeforeAndKeepsIt() {
        JobPlan first = story.inEffect("75", "40");
        JobPlan second = story.inEffect("100", "40");

        assertThat(plans.get(first.id()).status()).isEqualTo(PlanStatus.SUPERSEDED);
        assertThat(plans.get(first.id()).hours()).isEqualByComparingTo("75");
        assertThat(second.version()).isEqualTo(2);
        assertThat(plans.inEffect(story.reference))
                .get()
                .extracting(JobPlan::id)
                .isEqualTo(second.id());
        assertThat(story.timeline()).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("Variation in effect");
            assertThat(entry.oldValue()).startsWith("Version 1: 75 hours");
            assertThat(entry.newValue()).startsWith("Version 2: 100 hours");
            assertThat(entry.reason()).isEqualTo("More is needed");
        });
    }

    @Test
    void aRefusedVariationReleasesOnlyWhatItAdded() {
        story.inEffect("75", "40");
        long variation = story.submitted("100", "40").planId();
        story.pmAnswers(variation, Answer.REFUSE);
        releaseMoney.release(variation, "system");

        assertThat(story.money().committed()).isEqualByComparingTo("3000");
    }

    @Test
    void aCheaperVariationReleasesWhatItDoesNotNeedButNeverWhatIsSpent() {
        story.inEffect("75", "40");
        story.reported(day("2026-11-27"), "10", null, Rag.AMBER, false);
        story.inEffect("30", "40");

        assertThat(story.money().spent()).isEqualByComparingTo("400");
        assertThat(story.money().committed()).isEqualByComparingTo("800");
    }

    @Test
    void aVariationCheaperThanWhatIsSpentIsRefused() {
        story.inEffect("75", "40");
        story.reported(day("2026-11-27"), "10", null, Rag.AMBER, false);

        assertThatThrownBy(() -> story.submitted("9", "40"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("£400.00 has been spent");
    }

    @Test
    void aVariationPaidByAnotherFundLeavesNothingCommittedByTheFirst() {
        story.inEffect("75", "40");
        PlacementStory other = new PlacementStory(context, CaseStage.MATCHING);
        PrepareJobPlan.Form form = story.form("75", "40");
        long plan = prepareJobPlan
                .prepare(
                        story.reference,
                        new PrepareJobPlan.Form(
                                form.decision(),
                                form.objectives(),
                                form.sessionsAWeek(),
                                form.startOn(),
                                form.endOn(),
                                form.hours(),
                                form.hourlyRate(),
                                other.fund,
                                "The fund closes"),
                        MANAGER)
                .planId();
        story.pmAnswers(plan, Answer.APPROVE);
        story.practiceAnswers(plan, Answer.APPROVE);
        activatePlan.activate(plan, "system");

        assertThat(story.money().committed()).isZero();
        assertThat(other.money().committed()).isEqualByComparingTo("3000");
    }

    @Test
    void hoursOverPlanArePaidByTheVariationThatCoversThem() {
        story.inEffect("10", "40");
        story.reported(day("2026-11-27"), "12", null, Rag.AMBER, false);
        assertThat(story.money().spent()).isEqualByComparingTo("400");
        story.inEffect("20", "40");

        assertThat(story.money().spent()).isEqualByComparingTo("480");
        assertThat(story.money().committed()).isEqualByComparingTo("320");
        assertThat(context.getBean(CheckIns.class).of(story.reference))
                .singleElement()
                .satisfies(week -> assertThat(week.unfunded()).isZero());
    }

    @Test
    void aPlanThatWaitsForAnswersPaysNoHours() {
        story.inEffect("10", "40");
        long variation = story.submitted("20", "40").planId();
        story.reported(day("2026-11-27"), "12", null, Rag.AMBER, false);
        assertThat(story.money().spent()).isEqualByComparingTo("400");
        story.pmAnswers(variation, Answer.REFUSE);
        releaseMoney.release(variation, "system");

        assertThat(story.money().committed()).isZero();
    }

    @Test
    void aPmWhoWithdrawsLeavesNoPlanWaitingAndTheMoneyCommittedToThePractice() {
        story.inEffect("75", "40");
        long variation = story.submitted("100", "40").planId();
        context.getBean(EndPlacement.class).end(story.reference, EndReason.PM_WITHDREW, "Moves away", PM);

        assertThat(story.stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(plans.get(variation).status()).isEqualTo(PlanStatus.REFUSED);
        assertThat(story.money().committed()).isEqualByComparingTo("3000");
    }

    @Test
    void theNextPmsPlanUsesWhatIsCommittedAlready() {
        story.inEffect("75", "40");
        story.reported(day("2026-11-27"), "10", null, Rag.AMBER, false);
        context.getBean(EndPlacement.class).end(story.reference, EndReason.PM_WITHDREW, "Moves away", PM);
        JobPlan next = story.visited().inEffect("80", "40");

        assertThat(next.variation()).isFalse();
        assertThat(next.newlyCommitted()).isEqualByComparingTo("600");
        assertThat(story.money().spent()).isEqualByComparingTo("400");
        assertThat(story.money().committed()).isEqualByComparingTo("3200");
        assertThat(story.stage()).isEqualTo(CaseStage.SUPPORTED);
    }

    @Test
    void theDatabaseRefusesToOverwriteAVersion() {
        story.inEffect("75", "40");
        refused("update job_plan set hours = 10", "never overwritten");
    }

    @Test
    void theDatabaseRefusesToReviveAVersion() {
        story.inEffect("75", "40");
        refused("update job_plan set status = 'SUBMITTED'", "does not go from");
    }

    @Test
    void theDatabaseRefusesToChangeAnAnswer() {
        story.inEffect("75", "40");
        refused("update plan_approval set answer = 'APPROVE'", "only grows");
    }

    private void refused(String statement, String because) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }
}
