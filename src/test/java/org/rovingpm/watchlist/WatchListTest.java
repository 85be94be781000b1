package org.rovingpm.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.watchlist.WatchQuery.Column;
import org.rovingpm.watchlist.WatchQuery.Shown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class WatchListTest {

    private static final String OFFICER = "liaison-of-test";
    private static final Watcher WATCHER = watcher(OFFICER, Role.LIAISON);

    @Autowired
    private WatchList watchList;

    @Autowired
    private WatchPractice watchPractice;

    @Autowired
    private RecordContact recordContact;

    @Autowired
    private WarningSigns signs;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private LocalDate today;

    @BeforeEach
    void itIsMonday() {
        today = LocalDate.now(clock);
    }

    private static Watcher watcher(String person, Role role) {
        return Watcher.of(person, List.of(role.group())).orElseThrow();
    }

    private WatchPractice.Noticed noticed(LocalDate lookAgain) {
        return new WatchPractice.Noticed(
                signs.get("STAFF"), "Two receptionists have left.", today.minusDays(3), "Priya Nair", lookAgain);
    }

    private long watch(String code, LocalDate lookAgain) {
        scheme.practice(code);
        return watchPractice.add(WATCHER, code, noticed(lookAgain));
    }

    private WatchedPractice find(long id) {
        return watchList.find(WATCHER, id).orElseThrow();
    }

    private List<String> found(String practice, Shown shown, Column column, boolean descending) {
        return watchList.page(WATCHER, new WatchQuery(practice, shown, column, descending), 0, 50).practices().stream()
                .map(one -> one.practice().value())
                .filter(code -> code.startsWith("Z9741"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheLiaisonTeamAndServiceManagersAreWatchers(Role role) {
        assertThat(Watcher.of("somebody", List.of(role.group())).isPresent())
                .isEqualTo(role == Role.LIAISON || role == Role.SERVICE_MANAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"watched_practice", "watched_practice_before", "watched_contact"})
    void theDatabaseShowsNothingToWhoeverDoesNotSayWhoReads(String table) {
        long id = watch("Z97410", null);
        watchPractice.change(WATCHER, id, 1, noticed(today));
        recordContact.record(WATCHER, id, 2, contact(HelpOffer.OFFERED, null));
        assertThat(rows(table)).isPositive();

        jdbc.sql("select set_config('rovingpm.watcher', '', true)").query().singleRow();

        assertThat(rows(table)).isZero();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private RecordContact.Form contact(HelpOffer help, LocalDate next) {
        return new RecordContact.Form(
                today, ContactWay.TELEPHONE, "Dr Bell, partner", "They will think about it.", help, next);
    }

    @Test
    void aPracticeIsNotThereForSomebodyWithAnInterestInIt() {
        long id = watch("Z97410", today);
        long other = watch("Z97411", today);
        declareInterest.declare(OFFICER, new OdsCode("Z97410"), "My brother is a partner.");

        assertThat(watchList.find(WATCHER, id)).isEmpty();
        assertThat(watchList.contacts(WATCHER, id, 0, 10)).isEmpty();
        assertThat(found(null, Shown.CURRENT, Column.PRACTICE, false)).containsExactly("Z97411");
        assertThat(watchList.toLookAt(WATCHER, 100).stream()
                        .map(WatchedPractice::id)
                        .toList())
                .contains(other)
                .doesNotContain(id);
        assertThatThrownBy(() -> watchPractice.end(WATCHER, id, 1, new WatchPractice.End("It is mine.")))
                .isInstanceOf(Refusal.class);
        assertThat(watchList.find(watcher("service-manager", Role.SERVICE_MANAGER), id))
                .isPresent();
    }

    @Test
    void nobodyPutsAPracticeOnTheListInWhichTheyHaveAnInterest() {
        scheme.practice("Z97410");
        declareInterest.declare(OFFICER, new OdsCode("Z97410"), "My brother is a partner.");

        assertThatThrownBy(() -> watchPractice.add(WATCHER, "Z97410", noticed(null)))
                .hasMessageContaining("declared an interest");
    }

    @Test
    void aPracticeIsOnTheListOnceUntilTheWatchHasEnded() {
        long id = watch("Z97410", null);
        assertThatThrownBy(() -> watchPractice.add(WATCHER, "Z97410", noticed(null)))
                .hasMessageContaining("on the watch list already");

        watchPractice.end(WATCHER, id, 1, new WatchPractice.End("It has a new manager."));

        assertThat(watchPractice.add(WATCHER, "Z97410", noticed(null))).isNotEqualTo(id);
        assertThat(find(id).end().reason()).isEqualTo("It has a new manager.");
        assertThat(found(null, Shown.ENDED, Column.PRACTICE, false)).containsExactly("Z97410");
    }

    @Test
    void onlyAPracticeThatTheSchemeServesIsWatched() {
        assertThatThrownBy(() -> watchPractice.add(WATCHER, "Z00000", noticed(null)))
                .hasMessageContaining("Search for the practice");
        scheme.practice("Z97410");
        jdbc.sql("update practice set in_scheme = false where ods_code = 'Z97410'")
                .update();
        assertThatThrownBy(() -> watchPractice.add(WATCHER, "Z97410", noticed(null)))
                .hasMessageContaining("Search for the practice");
    }

    @Test
    void whatIsChangedStaysOnRecord() {
        long id = watch("Z97410", today);
        watchPractice.change(
                WATCHER,
                id,
                1,
                new WatchPractice.Noticed(signs.get("CQC"), "An inspection is due.", today, "Sam Lee", null));

        assertThat(find(id).sign().code()).isEqualTo("CQC");
        assertThat(find(id).lookAgainOn()).isNull();
        EarlierEntry before = watchList.earlier(WATCHER, id, 0, 10).get(0);
        assertThat(before.whatNoticed()).isEqualTo("Two receptionists have left.");
        assertThat(before.lookAgainOn()).isEqualTo(today);
    }

    @Test
    void whoeverWritesAfterSomebodyElseIsTold() {
        long id = watch("Z97410", null);
        recordContact.record(WATCHER, id, 1, contact(HelpOffer.OFFERED, null));

        assertThatThrownBy(() -> watchPractice.change(WATCHER, id, 1, noticed(today)))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> recordContact.record(WATCHER, id, 1, contact(HelpOffer.OFFERED, null)))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> watchPractice.end(WATCHER, id, 1, new WatchPractice.End("Enough.")))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(watchList.contacts(WATCHER, id, 0, 10)).hasSize(1);
    }

    @Test
    void aContactTellsOfTheHelpAndWhenToLookAgain() {
        long id = watch("Z97410", today);
        recordContact.record(WATCHER, id, 1, contact(HelpOffer.DECLINED, today.plusDays(14)));
        assertThat(find(id).help()).isEqualTo(HelpOffer.DECLINED);
        assertThat(find(id).lookAgainOn()).isEqualTo(today.plusDays(14));
        assertThat(find(id).lastContactOn()).isEqualTo(today);
        assertThat(watchList.earlier(WATCHER, id, 0, 10)).hasSize(1);

        recordContact.record(WATCHER, id, 2, contact(HelpOffer.NONE, null));
        assertThat(find(id).help()).isEqualTo(HelpOffer.DECLINED);
        assertThat(find(id).lookAgainOn()).isEqualTo(today.plusDays(14));
        assertThat(watchList.contacts(WATCHER, id, 0, 10)).hasSize(2);
    }

    @Test
    void datesThatCannotBeAreRefused() {
        long id = watch("Z97410", null);
        assertThatThrownBy(() -> watchPractice.change(WATCHER, id, 1, noticed(today.minusDays(1))))
                .hasMessageContaining("look again");
        assertThatThrownBy(() -> recordContact.record(
                        WATCHER,
                        id,
                        1,
                        new RecordContact.Form(
                                today.plusDays(1), ContactWay.VISIT, "Dr Bell", "Nothing.", HelpOffer.NONE, null)))
                .hasMessageContaining("in the future");
    }

    @Test
    void aDayToLookAgainThatHasPassedDoesNotKeepTheRestFromBeingChanged() {
        long id = watch("Z97410", today);
        clock.moveBy(java.time.Duration.ofDays(3));

        watchPractice.change(WATCHER, id, 1, noticed(today));

        assertThat(find(id).version()).isEqualTo(2);
    }

    @Test
    void theListIsFilteredAndSorted() {
        watch("Z97410", today.plusDays(6));
        watch("Z97411", today.plusDays(7));
        long overdue = watch("Z97412", today);
        watch("Z97413", null);
        clock.moveBy(java.time.Duration.ofDays(1));

        assertThat(found(null, Shown.CURRENT, Column.LOOK_AGAIN, false))
                .containsExactly("Z97412", "Z97410", "Z97411", "Z97413");
        assertThat(found(null, Shown.CURRENT, Column.PRACTICE, true))
                .containsExactly("Z97413", "Z97412", "Z97411", "Z97410");
        assertThat(found(null, Shown.THIS_WEEK, Column.PRACTICE, false)).containsExactly("Z97410");
        assertThat(found(null, Shown.OVERDUE, Column.PRACTICE, false)).containsExactly("Z97412");
        assertThat(found("tice z97411", Shown.CURRENT, Column.PRACTICE, false)).containsExactly("Z97411");
        assertThat(found("z97413", Shown.CURRENT, Column.PRACTICE, false)).containsExactly("Z97413");
        assertThat(found("%", Shown.CURRENT, Column.PRACTICE, false)).isEmpty();
        assertThat(watchList.toLookAt(WATCHER, 100).stream()
                        .map(one -> one.practice().value())
                        .filter(code -> code.startsWith("Z9741"))
                        .toList())
                .containsExactly("Z97412", "Z97410");
        assertThat(find(overdue).isOverdueOn(LocalDate.now(clock))).isTrue();
        for (Column column : Column.values()) {
            assertThat(found(null, Shown.CURRENT, column, true))
                    .as(column.name())
                    .hasSize(4);
        }
    }

    @Test
    void whatIsOnRecordIsNeverDeletedOrRewritten() {
        long id = watch("Z97410", null);
        recordContact.record(WATCHER, id, 1, contact(HelpOffer.OFFERED, null));
        watchPractice.end(WATCHER, id, 2, new WatchPractice.End("Enough."));

        List.of(
                        "delete from watched_practice where id = " + id,
                        "update watched_practice set what_noticed = 'x' where id = " + id,
                        "delete from watched_contact where watched_practice = " + id,
                        "update watched_contact set what_said = 'x' where watched_practice = " + id)
                .forEach(sql -> assertThatThrownBy(() -> refusedByTheDatabase(sql))
                        .as(sql)
                        .isNotNull());
    }

    private void refusedByTheDatabase(String sql) {
        jdbc.sql("savepoint before").update();
        try {
            jdbc.sql(sql).update();
        } finally {
            jdbc.sql("rollback to savepoint before").update();
        }
    }

    @Test
    void nothingOfItIsWrittenAnywhereElse() {
        long id = watch("Z97410", today);
        recordContact.record(
                WATCHER,
                id,
                1,
                new RecordContact.Form(
                        today, ContactWay.MEETING, "Dr Quizzical", "Xylophonic words.", HelpOffer.OFFERED, null));

        String others = new org.rovingpm.fixture.WrittenRows(jdbc)
                .byThisTransaction().stream()
                        .filter(row -> !row.fieldNames().next().startsWith("watched_"))
                        .map(Object::toString)
                        .collect(Collectors.joining());
        assertThat(others).doesNotContain("Quizzical", "Xylophonic", "receptionists");
        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ like '%Quizzical%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
