package org.rovingpm.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.placement.PlacementStory.COORDINATOR;
import static org.rovingpm.placement.PlacementStory.PM;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.assessment.Needs;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class PlacementTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private PlacementStory story;

    @BeforeEach
    void aCaseThatWaitsForAPm() {
        story = new PlacementStory(context, CaseStage.MATCHING);
    }

    @Test
    void aPlacementTakesItsSessionsAndWeeksFromTheNeed() {
        Placement placement = context.getBean(StartPlacement.class).start(story.reference, PM, story.today(), PM);

        assertThat(placement.sessionsAWeek()).isEqualByComparingTo("2");
        assertThat(placement.expectedEndOn())
                .isEqualTo(story.today().plusWeeks(8).minusDays(1));
        assertThat(story.stage()).isEqualTo(CaseStage.INTRODUCING);
    }

    @Test
    void aCaseHasOnePmAtATime() {
        context.getBean(StartPlacement.class).start(story.reference, PM, story.today(), PM);

        assertThatThrownBy(() ->
                        context.getBean(StartPlacement.class).start(story.reference, "pm-other", story.today(), PM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has a PM already");
        assertThatThrownBy(() ->
                        jdbc.sql("""
            insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on)
            values (:case, 'pm-other', current_date, 1, current_date)""").param("case", story.reference.value()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("placement_one_active");
    }

    @Test
    void anIntroductionIsRecordedWhenItHasHappened() {
        context.getBean(StartPlacement.class).start(story.reference, PM, story.today(), PM);
        IntroducePm introducePm = context.getBean(IntroducePm.class);
        LocalDate today = story.today();
        IntroductionWay email = story.bean(IntroductionWays.class).get("EMAIL");
        for (IntroducePm.Form invalid : List.of(
                new IntroducePm.Form(today.plusDays(1), email, today.plusDays(1), null),
                new IntroducePm.Form(today.minusDays(60), email, today, null),
                new IntroducePm.Form(today, email, today.minusDays(1), null),
                new IntroducePm.Form(today, email, today.plusDays(91), null))) {
            assertThatThrownBy(() -> introducePm.introduce(story.reference, invalid, COORDINATOR))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void changedNeedsAreANewVersionAndAnotherRatingIsOnlyProposed() {
        context.getBean(StartPlacement.class).start(story.reference, PM, story.today(), PM);
        boolean proposed = context.getBean(ReportFirstVisit.class)
                .report(
                        story.reference,
                        new ReportFirstVisit.Form(
                                story.today(),
                                "The accounts are a mess",
                                ReportFirstVisit.NeedsConfirmed.CHANGED,
                                story.bean(HelpKinds.class).of(List.of("FINANCES")),
                                "Put the accounts in order",
                                Rag.RED,
                                "No cash left"),
                        PM);

        assertThat(proposed).isTrue();
        assertThat(context.getBean(Needs.class).latest(story.reference).kinds())
                .extracting(HelpKind::code)
                .containsExactly("FINANCES");
        assertThat(context.getBean(org.rovingpm.supportcase.SupportCases.class)
                        .get(story.reference)
                        .rag())
                .isEqualTo(Rag.AMBER);
        assertThat(story.stage()).isEqualTo(CaseStage.PLANNING);
        assertThat(story.timeline())
                .extracting(Timeline.Entry::what)
                .contains("First visit reported", "Needs changed", "RAG rating proposed by the PM");
    }

    @Test
    void theFirstVisitIsReportedByThePmOfThePlacementAndWithReasons() {
        context.getBean(StartPlacement.class).start(story.reference, PM, story.today(), PM);
        ReportFirstVisit report = context.getBean(ReportFirstVisit.class);
        ReportFirstVisit.Form invalid = new ReportFirstVisit.Form(
                story.today().plusDays(1),
                "All well",
                ReportFirstVisit.NeedsConfirmed.CHANGED,
                List.of(),
                null,
                Rag.RED,
                null);

        assertThatThrownBy(() -> report.report(story.reference, invalid, "pm-other"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Only");
        assertThatThrownBy(() -> report.report(story.reference, invalid, PM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(4));
    }
}
