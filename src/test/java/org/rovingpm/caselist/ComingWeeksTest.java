package org.rovingpm.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.calendar.SchemeWeek;
import org.rovingpm.caselist.CaseFilter.DueBy;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The end of the next week to report among what the list of cases says is due, from Monday 23 November 2026 on. */
@ApplicationTest
@StartsAt
@Transactional
class ComingWeeksTest {

    private static final CaseReader OFFICE = new CaseReader("coordinator", Set.of(Role.COORDINATOR));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CaseList list;

    @Autowired
    private HoldCase holdCase;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private PlacementStory story;

    @BeforeEach
    void aCaseWithAPlanInEffect() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
        assertThat(weekEnd()).as("without a plan").isNull();
        story.inEffect("75", "40");
    }

    private static Instant friday(String day) {
        return LocalDate.parse(day).atTime(17, 0).atZone(SchemeTime.ZONE).toInstant();
    }

    private List<ListedCase> open(DueBy due) {
        CaseFilter filter =
                new CaseFilter(null, Shown.OPEN, null, null, null, null, null, false, null, due, false, false, false);
        return list.page(OFFICE, filter, Sorting.usual(Shown.OPEN), 0, CaseList.MOST_LISTED)
                .cases();
    }

    private Instant weekEnd() {
        ListedCases.assertAsInModules(jdbc);
        return open(null).stream()
                .filter(one -> one.reference().equals(story.reference.value()))
                .findFirst()
                .orElseThrow()
                .weekEndsAt();
    }

    private boolean isDue(DueBy due) {
        return open(due).stream().anyMatch(one -> one.reference().equals(story.reference.value()));
    }

    @Test
    void aCaseBetweenTwoFridaysShowsWhenItsNextWeekEnds() {
        assertThat(weekEnd()).isEqualTo(friday("2026-11-27"));

        story.reported(LocalDate.parse("2026-11-27"), "3", null, Rag.AMBER, false);
        assertThat(weekEnd()).isEqualTo(friday("2026-12-04"));
    }

    @Test
    void aWeekWhoseEndHasPassedGivesWayToTheNext() {
        clock.setTo("2026-11-27T16:50");
        assertThat(weekEnd()).isEqualTo(friday("2026-11-27"));
        clock.setTo("2026-11-27T17:01");
        assertThat(weekEnd()).isEqualTo(friday("2026-12-04"));
    }

    @Test
    void noWeekEndsWhileACaseIsOnHoldAndAfterwardsTheNextOneDoes() {
        holdCase.hold(story.reference, LocalDate.parse("2026-12-18"), "The partner is away.", PlacementStory.MANAGER);
        assertThat(weekEnd()).isNull();

        clock.setTo("2026-12-14T09:00");
        holdCase.resume(story.reference, "The partner is back.", PlacementStory.MANAGER);
        assertThat(weekEnd()).isEqualTo(friday("2026-12-18"));
    }

    @Test
    void noWeekEndsWithoutAPm() {
        story.bean(EndPlacement.class).end(story.reference, EndReason.PM_WITHDREW, "Illness.", PlacementStory.MANAGER);

        assertThat(weekEnd()).isNull();
    }

    @Test
    void theListIsFilteredByIt() {
        assertThat(isDue(DueBy.TODAY)).isFalse();
        assertThat(isDue(DueBy.WEEK)).isTrue();
        story.reported(LocalDate.parse("2026-11-27"), "3", null, Rag.AMBER, false);
        assertThat(isDue(DueBy.WEEK)).isFalse();
        assertThat(isDue(DueBy.FORTNIGHT)).isTrue();
        clock.setTo("2026-12-04T08:00");
        assertThat(isDue(DueBy.TODAY)).isTrue();
    }

    @Test
    void theListIsSortedByIt() {
        PlacementStory earlier = story;
        PlacementStory later = new PlacementStory(context, CaseStage.MATCHING).visited();
        String nothingDue = new ListedCases(jdbc)
                .of("Quillfeather Surgery", CaseStage.MATCHING, Rag.RED)
                .value();
        later.inEffect("75", "40");
        later.reported(LocalDate.parse("2026-11-27"), "3", null, Rag.AMBER, false);

        assertThat(open(null))
                .extracting(ListedCase::reference)
                .filteredOn(List.of(nothingDue, later.reference.value(), earlier.reference.value())::contains)
                .containsExactly(earlier.reference.value(), later.reference.value(), nothingDue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-19", "2027-03-22", "2026-12-21"})
    void theDatabaseEndsWeeksAsTheCalendarDoes(String monday) {
        for (int day = 0; day < 14; day++) {
            LocalDate date = LocalDate.parse(monday).plusDays(day);
            assertThat(jdbc.sql("select published_week_end(?)")
                            .param(date)
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant())
                    .isEqualTo(SchemeWeek.endFrom(
                            date.atStartOfDay(SchemeTime.ZONE).toInstant()));
        }
        assertThat(SchemeWeek.endFrom(friday("2026-11-27"))).isEqualTo(friday("2026-11-27"));
        assertThat(SchemeWeek.endFrom(friday("2026-11-27").plus(1, ChronoUnit.NANOS)))
                .isEqualTo(friday("2026-12-04"));
    }
}
