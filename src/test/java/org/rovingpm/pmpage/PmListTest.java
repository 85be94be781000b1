package org.rovingpm.pmpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.pmpage.PmSorting.Column;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class PmListTest {

    private static final String READER = "coordinator";
    private static final String PM = "pm-quillon";
    private static final String OTHER = "pm-zebedee";
    private static final Instant REPORTED = Instant.parse("2026-11-20T17:00:00Z");

    @Autowired
    private PmList list;

    @Autowired
    private PmCases pmCases;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private ListedCases cases;
    private CaseReference quill;
    private LocalDate today;

    @BeforeEach
    void twoPms() {
        today = LocalDate.now(clock);
        cases = new ListedCases(jdbc);
        scheme.pm(PM);
        scheme.pm(OTHER);
        quill = cases.of("Quillfeather Surgery", CaseStage.SUPPORTED, Rag.AMBER);
        cases.place(quill, PM, today.minusDays(20));
        expectEnd(quill, today.plusDays(30));
    }

    private void expectEnd(CaseReference reference, LocalDate day) {
        jdbc.sql(
                        "update placement set expected_end_on = :day, started_on = least(started_on, :day) where case_reference = :reference")
                .param("day", day)
                .param("reference", reference.value())
                .update();
    }

    private CaseReference another(int sessions, LocalDate expectedEnd) {
        CaseReference reference = cases.of("Zuckermann Medical Centre", CaseStage.SUPPORTED, Rag.RED);
        cases.place(reference, PM, today.minusDays(20));
        jdbc.sql("update placement set sessions_a_week = :sessions where case_reference = :reference")
                .param("sessions", sessions)
                .param("reference", reference.value())
                .update();
        expectEnd(reference, expectedEnd);
        return reference;
    }

    private void set(String pm, String columns) {
        jdbc.sql("update roving_pm set %s where user_id = :pm".formatted(columns))
                .param("pm", pm)
                .update();
    }

    private ListedPm pm() {
        return list.find(READER, PM).orElseThrow();
    }

    private List<String> found(PmFilter filter, PmSorting sorting) {
        return list.page(READER, filter, sorting, 0, 1_000).pms().stream()
                .map(ListedPm::userId)
                .toList();
    }

    private static PmFilter named(String name) {
        return new PmFilter(name, RosterStatus.ACTIVE, null, false, false);
    }

    @Test
    void aLineSaysWhatThePmHasToDo() {
        CaseReference other = another(1, today.plusDays(10));

        assertThat(pm().placed()).isEqualByComparingTo("3");
        assertThat(pm().offered()).isEqualByComparingTo("4");
        assertThat(pm().overloaded()).isFalse();
        assertThat(pm().practices()).containsExactly("Quillfeather Surgery", "Zuckermann Medical Centre");
        assertThat(pm().nextFree()).isEqualTo(today.with(java.time.DayOfWeek.MONDAY));
        assertThat(pm().lastReport()).isNull();
        jdbc.sql("update placement set last_reported_at = :at where case_reference = :reference")
                .param("at", REPORTED.atOffset(ZoneOffset.UTC))
                .param("reference", other.value())
                .update();
        assertThat(pm().lastReport()).isEqualTo(REPORTED);
    }

    @Test
    void morePracticesThanALineHasRoomForAreCounted() {
        for (int i = 0; i < 5; i++) {
            another(1, today.plusDays(10));
        }
        assertThat(pm().practices()).hasSize(ListedPm.MOST_PRACTICES);
        assertThat(pm().unnamed()).isEqualTo(2);
        assertThat(pm().overloaded()).isTrue();
    }

    @Test
    void theNextFreeWeekIsTheFirstMondayOnWhichASessionIsNotTaken() {
        another(2, LocalDate.of(2026, 12, 20));
        assertThat(pm().nextFree()).as("after a Sunday").isEqualTo(LocalDate.of(2026, 12, 21));
        another(1, LocalDate.of(2026, 12, 21));
        assertThat(pm().nextFree()).as("one ends, and all are still taken").isEqualTo(LocalDate.of(2026, 12, 21));
        another(1, LocalDate.of(2026, 12, 23));
        assertThat(pm().nextFree()).as("in the middle of a week").isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void whatHasPassedItsEndHasNoEndThatIsKnown() {
        another(2, today.minusDays(1));
        expectEnd(quill, today.minusDays(1));
        assertThat(pm().nextFree()).isNull();
    }

    @Test
    void anOpenOfferTakesItsSessions() {
        CaseReference offered = cases.of("Zuckermann Medical Centre", CaseStage.MATCHING, Rag.RED);
        jdbc.sql("""
                insert into offer (case_reference, pm, sessions_a_week, starts_on, ends_on, made_at, made_by, expires_at)
                values (:reference, :pm, 2, :today, date '2026-12-14', now(), 'service-manager', now())""")
                .param("reference", offered.value())
                .param("pm", PM)
                .param("today", today)
                .update();

        assertThat(pm().nextFree()).isEqualTo(LocalDate.of(2026, 12, 14));
        assertThat(pm().placed()).isEqualByComparingTo("2");
    }

    @Test
    void nobodyWhoTakesOnNothingHasAFreeWeek() {
        set(PM, "status = 'PAUSED'");
        assertThat(pm().nextFree()).isNull();
        assertThat(found(named("quillon"), PmSorting.USUAL)).isEmpty();
        assertThat(found(new PmFilter("quillon", null, null, false, false), PmSorting.USUAL))
                .containsExactly(PM);
        assertThat(found(new PmFilter("quillon", null, null, true, false), PmSorting.USUAL))
                .isEmpty();
    }

    @Test
    void aHiddenCaseIsNeitherNamedNorDatedWhileItsSessionsCount() {
        cases.makeConfidential(quill, "service-manager");

        assertThat(pm().practices()).isEmpty();
        assertThat(pm().supported()).isZero();
        assertThat(pm().placed()).isEqualByComparingTo("2");
        assertThat(pmCases.now(READER, PM, 10)).isEmpty();
        assertThat(pmCases.now("service-manager", PM, 10)).hasSize(1);
        cases.endPlacements(quill, today);
        assertThat(pmCases.before(READER, PM, 0, 10)).isEmpty();
        assertThat(pmCases.before("service-manager", PM, 0, 10)).hasSize(1);
    }

    @Test
    void eachFilterLeavesThePmsItNames() {
        set(OTHER, "dbs_valid_until = '%s'".formatted(today.plusDays(PmList.SOON_DAYS - 1)));
        assertThat(found(new PmFilter(null, RosterStatus.ACTIVE, null, false, true), PmSorting.USUAL))
                .contains(OTHER)
                .doesNotContain(PM);
        set(OTHER, "dbs_valid_until = '%s'".formatted(today.plusDays(PmList.SOON_DAYS)));
        assertThat(found(new PmFilter(null, RosterStatus.ACTIVE, null, false, true), PmSorting.USUAL))
                .doesNotContain(OTHER);
        another(2, today.plusDays(10));
        assertThat(found(new PmFilter(null, RosterStatus.ACTIVE, null, true, false), PmSorting.USUAL))
                .contains(OTHER)
                .doesNotContain(PM);
        jdbc.sql("delete from roving_pm_skill where pm = :pm and kind = 'MERGER'")
                .param("pm", PM)
                .update();
        assertThat(found(new PmFilter(null, RosterStatus.ACTIVE, "MERGER", false, false), PmSorting.USUAL))
                .contains(OTHER)
                .doesNotContain(PM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quillon", "PM-QUILL", "test pm pm-qui"})
    void aPartOfTheNameFinds(String typed) {
        assertThat(found(named(typed), PmSorting.USUAL)).containsExactly(PM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "' or true --"})
    void whatMeansSomethingToTheDatabaseIsOnlyText(String typed) {
        assertThat(found(named(typed), PmSorting.USUAL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void eachColumnSortsBothWays(Column column) {
        set(OTHER, "dbs_valid_until = '%s', name = 'Zz last of all'".formatted(today.plusYears(9)));
        set(OTHER, "agreement_valid_until = '%s'".formatted(today.plusYears(9)));
        List<String> up = found(PmFilter.active(), new PmSorting(column, false));
        List<String> down = found(PmFilter.active(), new PmSorting(column, true));

        assertThat(up).containsExactlyInAnyOrderElementsOf(down).contains(PM, OTHER);
        if (column == Column.NAME || column == Column.CREDENTIALS) {
            assertThat(up.indexOf(PM)).isLessThan(up.indexOf(OTHER));
            assertThat(down.indexOf(PM)).isGreaterThan(down.indexOf(OTHER));
        }
    }

    @Test
    void aPageSaysHowManyThereAreInAll() {
        PmList.Found page = list.page(READER, PmFilter.active(), PmSorting.USUAL, 0, 1);
        assertThat(page.pms()).hasSize(1);
        assertThat(page.count()).isGreaterThanOrEqualTo(2);
        assertThat(list.page(READER, PmFilter.active(), PmSorting.USUAL, 100_000, 1)
                        .pms())
                .isEmpty();
    }
}
