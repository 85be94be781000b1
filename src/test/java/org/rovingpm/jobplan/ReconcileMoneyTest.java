package org.rovingpm.jobplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.placement.PlacementStory.MANAGER;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.closure.CloseCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class ReconcileMoneyTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MovableClock clock;

    private PlacementStory story;

    @BeforeEach
    void aClosingCaseWithMoneyLeftAndAPlanThatWaits() {
        clock.setTo("2026-11-23T09:00");
        story = new PlacementStory(context, CaseStage.MATCHING);
        story.visited().inEffect("75", "40");
        story.reported(FRIDAY, "10", null, Rag.AMBER, false);
        story.submitted("100", "40");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void reconcilingReleasesAllThatIsLeftAndRefusesThePlanThatWaits() {
        context.getBean(CloseCase.class).begin(story.reference, MANAGER);
        assertThat(context.getBean(PlanSummary.class).moneyRows(story.reference))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("spent", "£400.00")
                        .containsEntry("toRelease", "£3,600.00")
                        .containsEntry("planned", "£3,000.00"));
        context.getBean(ReconcileMoney.class)
                .reconcile(story.reference, new ReconcileMoney.Form(true, "All right"), MANAGER);

        assertThat(story.money().committed()).isZero();
        assertThat(story.money().spent()).isEqualByComparingTo("400");
        assertThat(context.getBean(JobPlans.class).submitted(story.reference)).isEmpty();
        assertThat(context.getBean(Placements.class).active(story.reference)).isEmpty();
    }

    @Test
    void moneyIsReconciledOnlyWhenTheCaseClosesAndSomebodyConfirmsIt() {
        ReconcileMoney reconcile = context.getBean(ReconcileMoney.class);
        assertThatThrownBy(() -> reconcile.reconcile(story.reference, new ReconcileMoney.Form(true, null), MANAGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is at “");
        context.getBean(CloseCase.class).begin(story.reference, MANAGER);
        assertThatThrownBy(() -> reconcile.reconcile(story.reference, new ReconcileMoney.Form(false, null), MANAGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Confirm");
    }
}
