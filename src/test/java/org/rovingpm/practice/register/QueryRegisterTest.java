package org.rovingpm.practice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeDatabase;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.register.RegisterEntry.Relation;
import org.rovingpm.practice.register.RegisterEntry.Role;
import org.rovingpm.practice.register.RegisterPage.Listed;
import org.rovingpm.submission.Refusal;

/** A scheme of one ICB reads the register: which questions it asks, and what it makes of the answers. */
class QueryRegisterTest {

    private static final String ICB = "QT1";

    private PracticeDatabase database;
    private QueryRegister queryRegister;
    private ApplyRegisterRefresh applyRegisterRefresh;
    private RegisterRefreshes refreshes;

    @BeforeEach
    void createDatabase() {
        database = new PracticeDatabase();
        PracticeSettings settings = new PracticeSettings(new PracticeSettings.Register(null, ICB, 10), null, null);
        RegisterApi api = new RegisterApi(new RegisterApiSettings(
                "https://register.example.org/ORD/2-0-0", null, RegisterApiSettings.Shape.ORD, null));
        refreshes = new RegisterRefreshes(database.jdbc, Clock.systemUTC());
        queryRegister = new QueryRegister(api, refreshes, settings);
        applyRegisterRefresh = new ApplyRegisterRefresh(
                database.refreshRegister, api, refreshes, new RegisterAnswers(database.jdbc), settings);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void asksForTheSubIcbsThenForTheirPracticesThenForEachPractice() {
        long refresh = begin();
        RegisterQuestion first = next(refresh);
        assertThat(first.path()).isEqualTo("organisations?TargetOrgId=QT1&RelTypeId=RE5&Limit=1000&Offset=1");
        take(refresh, first, page(new Listed("52R", "RO98", true, null), new Listed("RHA", "RO197", true, null)));
        RegisterQuestion second = next(refresh);
        assertThat(second.path()).isEqualTo("organisations?TargetOrgId=52R&RelTypeId=RE4&Limit=1000&Offset=1");
        take(
                refresh,
                second,
                page(
                        listed("C84001"),
                        listed("C84002"),
                        new Listed("GONE1", "RO177", false, null),
                        new Listed("??", "RO177", true, null)));
        RegisterQuestion third = next(refresh);
        assertThat(third.path()).isEqualTo("organisations/C84001");
        take(refresh, third, practice("C84001", "52R"));
        take(refresh, next(refresh), practice("C84002", "52R"));

        assertThat(queryRegister.next(refresh)).isEmpty();
        end(refresh);
        assertThat(database.practices.find(new OdsCode("C84001")).orElseThrow().icb())
                .isEqualTo(ICB);
        assertThat(database.practices.count()).isEqualTo(2);
    }

    @Test
    void aPracticeCommissionedElsewhereIsLookedUpThereAndLeavesTheScheme() {
        whole("C84001", "C84002");
        long refresh = lists("C84001");
        take(refresh, next(refresh), practice("C84002", "03N"));
        RegisterQuestion where = next(refresh);
        assertThat(where.path()).isEqualTo("organisations/03N");
        take(refresh, where, entry("03N", "98", new Relation("RE5", "QF7", "RO261", true, null)));
        end(refresh);

        assertThat(database.practices.find(new OdsCode("C84002")).orElseThrow().inScheme())
                .isFalse();
        assertThat(database.practices.find(new OdsCode("C84002")).orElseThrow().icb())
                .isEqualTo("QF7");
        assertThat(database.practices.find(new OdsCode("C84001")).orElseThrow().inScheme())
                .isTrue();
    }

    @Test
    void whatIsNoLongerAPracticeIsNoLongerListed() {
        whole("C84001", "C84002");
        long refresh = lists("C84001");
        take(refresh, next(refresh), entry("C84002", "177"));
        end(refresh);

        assertThat(report()).contains("1 no longer listed");
        assertThat(database.practices.find(new OdsCode("C84002")).orElseThrow().inScheme())
                .isFalse();
    }

    @Test
    void anEntryWithoutRelationsOrAddressKeepsWhatIsKnown() {
        whole("C84001");
        long refresh = lists();
        take(
                refresh,
                next(refresh),
                new RegisterEntry(
                        "C84001",
                        "SURGERY C84001",
                        List.of(),
                        null,
                        null,
                        null,
                        true,
                        List.of(new Role("RO177", true), new Role("RO76", true)),
                        List.of(),
                        "1974-04-01",
                        null,
                        "2026-02-02"));
        end(refresh);

        assertThat(report()).contains("Nothing changed");
        assertThat(database.practices.find(new OdsCode("C84001")).orElseThrow().inScheme())
                .isTrue();
    }

    @Test
    void anIcbThatTheRegisterDoesNotKnowIsRefused() {
        long refresh = begin();

        assertThatThrownBy(() -> take(refresh, next(refresh), page()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ROVINGPM_REGISTER_ICB");
    }

    @Test
    void theEntryOfAnotherOrganisationIsNoAnswer() {
        long refresh = lists("C84001");

        assertThatThrownBy(() -> take(refresh, next(refresh), practice("C84009", "52R")))
                .hasMessageContaining("answered about another");
        assertThat(next(refresh).subject()).isEqualTo("C84001");
    }

    @Test
    void aListWithoutEndIsRefused() {
        long refresh = begin();
        take(refresh, next(refresh), page(new Listed("52R", "RO98", true, null)));
        Listed[] full = IntStream.range(0, 1000)
                .mapToObj(i -> new Listed("A%05d".formatted(i), "RO197", true, null))
                .toArray(Listed[]::new);
        IntStream.range(1, 100).forEach(page -> take(refresh, next(refresh), page(full)));

        assertThatThrownBy(() -> take(refresh, next(refresh), page(full)))
                .hasMessageContaining("does not end after 100,000");
    }

    @Test
    void aLaterRefreshReplacesOneThatIsStuck() {
        long stuck = lists("C84001");
        RegisterQuestion question = next(stuck);
        long later = begin();

        take(stuck, question, practice("C84001", "52R"));
        assertThat(queryRegister.next(stuck)).isEmpty();
        end(stuck);
        assertThat(database.practices.count()).isZero();
        assertThat(queryRegister.next(later)).isPresent();
    }

    @Test
    void aRefreshOfOnePracticeLeavesAllOthersAlone() {
        whole("C84001", "C84002");
        long refresh = database.transaction(() -> refreshes.begin(new OdsCode("C84003"), 200))
                .orElseThrow();
        database.transaction(() -> {
            refreshes.addQuestion(refresh, RegisterQuestion.Kind.PRACTICE, "C84003", 1);
            return null;
        });
        take(refresh, next(refresh), practice("C84003", "03N"));
        take(refresh, next(refresh), entry("03N", "98", new Relation("RE5", "QF7", "RO261", true, null)));
        end(refresh);

        assertThat(refreshes.ofToday(new OdsCode("C84003")).orElseThrow().outcome())
                .isEqualTo(RegisterRefreshes.Outcome.NOT_SERVED);
        assertThat(database.practices.find(new OdsCode("C84003"))).isEmpty();
        assertThat(database.jdbc
                        .sql("select count(*) from practice where in_scheme and in_register")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void onlyTheReportOfARefreshIsStored() {
        whole("C84001");

        assertThat(database.jdbc
                        .sql("select count(*) from register_question")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(report())
                .startsWith(
                        "Loaded the register from its API: 1 row, 1 GP practice, 1 of them in the scheme. Changes: 1 new.");
    }

    /** Reads a register of these practices from beginning to end. */
    private void whole(String... codes) {
        long refresh = lists(codes);
        for (String code : codes) {
            take(refresh, next(refresh), practice(code, "52R"));
        }
        end(refresh);
    }

    /** A refresh whose lists have been recorded. */
    private long lists(String... codes) {
        long refresh = begin();
        take(refresh, next(refresh), page(new Listed("52R", "RO98", true, null)));
        take(
                refresh,
                next(refresh),
                page(java.util.Arrays.stream(codes)
                        .map(QueryRegisterTest::listed)
                        .toArray(Listed[]::new)));
        return refresh;
    }

    private long begin() {
        return database.transaction(() -> queryRegister.begin()).orElseThrow();
    }

    private RegisterQuestion next(long refresh) {
        Optional<RegisterQuestion> next = queryRegister.next(refresh);
        assertThat(next).isPresent();
        return next.orElseThrow();
    }

    private void take(long refresh, RegisterQuestion question, RegisterPage page) {
        database.transaction(() -> {
            queryRegister.recordPage(refresh, question.id(), page);
            return null;
        });
    }

    private void take(long refresh, RegisterQuestion question, RegisterEntry entry) {
        database.transaction(() -> {
            queryRegister.recordEntry(refresh, question.id(), entry);
            return null;
        });
    }

    private void end(long refresh) {
        database.transaction(() -> {
            applyRegisterRefresh.apply(refresh);
            return null;
        });
    }

    private String report() {
        return database.jdbc
                .sql("select report from register_refresh order by ended_at desc limit 1")
                .query(String.class)
                .single();
    }

    private static RegisterPage page(Listed... organisations) {
        return new RegisterPage(List.of(organisations), null);
    }

    private static Listed listed(String code) {
        return new Listed(code, "RO177", true, "2026-01-01");
    }

    private static RegisterEntry practice(String code, String subIcb) {
        return new RegisterEntry(
                code,
                "SURGERY " + code,
                List.of("1 HIGH STREET"),
                "NG7 2NR",
                "ENGLAND",
                null,
                true,
                List.of(new Role("RO177", true), new Role("RO76", true)),
                List.of(new Relation("RE4", subIcb, "RO98", true, null)),
                "1974-04-01",
                null,
                "2026-01-01");
    }

    private static RegisterEntry entry(String code, String role, Relation... relations) {
        return new RegisterEntry(
                code,
                "ENTRY " + code,
                List.of(),
                null,
                null,
                null,
                true,
                List.of(new Role("RO" + role, true)),
                List.of(relations),
                null,
                null,
                null);
    }
}
