package org.rovingpm.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.CaseFilter.Rating;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.CaseFilter.WaitingFor;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class CaseListTest {

    private static final CaseReader OFFICE = CaseReader.of("coordinator", List.of("coordinator"));
    private static final CaseReader PM = CaseReader.of("pm-quillon", List.of("roving-pm"));
    private static final CaseFilter OPEN = CaseFilter.of(Shown.OPEN);
    private static final CaseFilter ALL = CaseFilter.of(Shown.ALL);

    @Autowired
    private CaseList list;

    @Autowired
    private FormerCases formerCases;

    @Autowired
    private CaseChoices choices;

    @Autowired
    private Scheme scheme;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private ListedCases cases;
    private CaseReference quill;
    private CaseReference zuck;

    @BeforeEach
    void twoCases() {
        cases = new ListedCases(jdbc);
        quill = cases.of("Quillfeather Surgery", CaseStage.SUPPORTED, Rag.AMBER);
        zuck = cases.of("Zuckermann Medical Centre", CaseStage.MATCHING, Rag.RED);
        cases.set(quill, "what_happened = 'The telephone system collapsed, and payslips are late.'");
        jdbc.sql("update case_practice set contact_name = 'Ignatius Plum' where case_reference = :reference")
                .param("reference", quill.value())
                .update();
        scheme.pm(PM.person());
        cases.place(quill, PM.person(), LocalDate.now(clock));
    }

    private CaseList.Found find(CaseReader reader, CaseFilter filter) {
        return list.page(reader, filter, Sorting.usual(filter.shown()), 0, CaseList.MOST_LISTED);
    }

    private List<String> references(CaseReader reader, CaseFilter filter) {
        return find(reader, filter).cases().stream().map(ListedCase::reference).toList();
    }

    private void assertFound(CaseFilter filter, CaseReference found, CaseReference other) {
        assertThat(references(OFFICE, filter)).contains(found.value()).doesNotContain(other.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{reference}",
                "{year-number}",
                "rpm {year-number}",
                "{number}",
                "quillfeather",
                "  feather SURG ",
                "{ods}",
                "plum",
                "ignatius quillfeather",
                "quillon",
                "telephone system",
                "collapsing telephones",
                "“payslips”",
                "\"telephone\" payslip",
                "Quilfether",
                "Ignateus Plum"
            })
    void aCaseIsFoundByWhatPeopleKnowOfIt(String typed) {
        String number = quill.value().substring(quill.value().lastIndexOf('-') + 1);
        assertFound(
                ALL.withText(typed.replace("{reference}", quill.value().toLowerCase(java.util.Locale.ROOT))
                        .replace("{year-number}", "2026-" + number)
                        .replace("{number}", number)
                        .replace("{ods}", ListedCases.ods(quill).toLowerCase(java.util.Locale.ROOT))),
                quill,
                zuck);
    }

    @Test
    void itIsSaidHowACaseWasFound() {
        assertThat(find(OFFICE, ALL.withText("quillfeather")).foundBy()).isEqualTo(FoundBy.NAMES);
        assertThat(find(OFFICE, ALL.withText(quill.value())).foundBy()).isEqualTo(FoundBy.NUMBER);
        assertThat(find(OFFICE, ALL.withText("collapsing telephones")).foundBy())
                .isEqualTo(FoundBy.REQUEST);
        assertThat(find(OFFICE, ALL.withText("Quilfether")).foundBy()).isEqualTo(FoundBy.SPELLING);
        assertThat(find(OFFICE, ALL.withText("xyzzyplugh")).foundBy()).isEqualTo(FoundBy.NOTHING);
        assertThat(find(OFFICE, ALL.withText("ab")).foundBy()).isEqualTo(FoundBy.TOO_SHORT);
        assertThat(find(OFFICE, ALL.withText("%%%")).cases()).isEmpty();
        assertThat(find(OFFICE, ALL.withText("' or true --")).cases()).isEmpty();
    }

    @Test
    void inQuotationMarksNamesAreNotLookedAt() {
        assertThat(find(OFFICE, ALL.withText("\"quillfeather\"")).cases()).isEmpty();
    }

    @Test
    void eachFilterLeavesTheCasesItNames() {
        assertFound(filter(CaseStage.SUPPORTED, null, null, null), quill, zuck);
        assertFound(filter(null, Rating.RED, null, null), zuck, quill);
        assertFound(filter(null, null, PM.person(), null), quill, zuck);
        jdbc.sql("insert into case_help_kind (case_reference, kind) values (:reference, 'MERGER')")
                .param("reference", zuck.value())
                .update();
        assertFound(filter(null, null, null, "MERGER"), zuck, quill);
        assertThat(references(OFFICE, inArea(Shown.OPEN))).containsExactlyInAnyOrder(quill.value(), zuck.value());
        cases.set(zuck, "held_at = now(), held_until = '2026-12-24'");
        assertFound(
                new CaseFilter(null, Shown.OPEN, null, null, null, null, null, true, null, null, false, false, false),
                zuck,
                quill);
        cases.makeConfidential(quill, OFFICE.person());
        assertFound(
                new CaseFilter(null, Shown.OPEN, null, null, null, null, null, false, null, null, false, false, true),
                quill,
                zuck);
    }

    private static CaseFilter filter(CaseStage stage, Rating rating, String pm, String help) {
        return new CaseFilter(null, Shown.OPEN, stage, rating, pm, null, help, false, null, null, false, false, false);
    }

    private static CaseFilter inArea(Shown shown) {
        return new CaseFilter(
                null, shown, null, null, null, ListedCases.AREA, null, false, null, null, false, false, false);
    }

    private static CaseFilter waiting(WaitingFor whom, boolean overdue) {
        return new CaseFilter(null, Shown.OPEN, null, null, null, null, null, false, whom, null, overdue, false, false);
    }

    @Test
    void anUnratedCaseIsNoneOfItsSuggestedRating() {
        CaseReference unrated =
                new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99710"))));
        ListedCase listed = find(OFFICE, ALL.withText(unrated.value())).cases().get(0);
        assertThat(listed.rag()).isNull();
        assertThat(listed.suggestedRag()).isNotNull();
        assertFound(filter(null, Rating.UNRATED, null, null), unrated, zuck);
        assertThat(references(
                        OFFICE,
                        filter(null, Rating.valueOf(listed.suggestedRag().name()), null, null)))
                .doesNotContain(unrated.value());
    }

    @Test
    void aCaseSaysWhatItWaitsForUntilWhenAndIsFoundByThat() {
        CaseReference asked =
                new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99711"))));
        ListedCase.Task task =
                find(OFFICE, ALL.withText(asked.value())).cases().get(0).task();
        assertThat(task.name()).isEqualTo("Assess request");
        assertThat(task.groups()).containsExactly("coordinator");
        assertThat(task.dueAt()).isAfter(clock.instant());
        assertThat(task.tasks()).isEqualTo(1);
        assertFound(waiting(WaitingFor.COORDINATORS, false), asked, zuck);
        assertThat(references(OFFICE, waiting(WaitingFor.SERVICE_MANAGERS, false)))
                .doesNotContain(asked.value());
        assertThat(references(OFFICE, waiting(WaitingFor.ME, false))).doesNotContain(asked.value());
        assertThat(references(OFFICE, waiting(null, true))).doesNotContain(asked.value());

        clock.moveBy(Duration.ofDays(30));
        assertFound(waiting(null, true), asked, zuck);
        assertThat(references(OFFICE, OPEN))
                .first()
                .as("due first")
                .isEqualTo(references(OFFICE, waiting(null, true)).get(0));
    }

    @Test
    void aPmsTaskIsFoundAsWaitingForThePm() {
        CaseReference visited = new CaseReference(scheme.offered("Z99712", scheme.pm("pm-quandary")));
        scheme.complete(
                visited.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                "pm-quandary",
                Map.of("answer", "ACCEPT", "noConflict", true));
        scheme.complete(
                visited.value(),
                SupportCaseProcess.Elements.INTRODUCE_PM,
                "coordinator",
                Map.of(
                        "introducedOn",
                        LocalDate.now(clock).toString(),
                        "how",
                        "MEETING",
                        "firstVisitOn",
                        LocalDate.now(clock).toString()));
        assertFound(waiting(WaitingFor.PM, false), visited, zuck);
        assertThat(references(CaseReader.of("pm-quandary", List.of("roving-pm")), waiting(WaitingFor.ME, false)))
                .containsExactly(visited.value());
    }

    @Test
    void closedCasesAreAQuestionOfTheirOwn() {
        cases.set(zuck, "stage = 'CLOSED', closed_at = now()");
        assertThat(references(OFFICE, inArea(Shown.OPEN))).containsExactly(quill.value());
        assertThat(references(OFFICE, inArea(Shown.CLOSED))).containsExactly(zuck.value());
        assertThat(references(OFFICE, inArea(Shown.ALL))).containsExactlyInAnyOrder(quill.value(), zuck.value());
    }

    @ParameterizedTest
    @EnumSource(Sorting.Column.class)
    void pagesNeitherRepeatNorSkipACaseHoweverTheyAreSorted(Sorting.Column column) {
        IntStream.range(0, 5).forEach(each -> cases.of("Same Surgery", CaseStage.MATCHING, Rag.RED));
        List<String> all = references(OFFICE, inArea(Shown.OPEN));
        for (boolean descending : List.of(true, false)) {
            List<String> paged = new ArrayList<>();
            for (int first = 0; first < all.size(); first += 2) {
                list.page(OFFICE, inArea(Shown.OPEN), new Sorting(column, descending), first, 2)
                        .cases()
                        .forEach(one -> paged.add(one.reference()));
            }
            assertThat(paged)
                    .as(column + " " + descending)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @ParameterizedTest
    @CsvSource({"CASE,true", "PRACTICE,true", "STAGE,false", "RAG,false", "PM,false"})
    void columnsSortAsTheySay(Sorting.Column column, boolean quillFirst) {
        List<String> sorted = list.page(OFFICE, inArea(Shown.OPEN), new Sorting(column, false), 0, 10).cases().stream()
                .map(ListedCase::reference)
                .toList();
        assertThat(sorted)
                .containsExactly(quillFirst ? quill.value() : zuck.value(), quillFirst ? zuck.value() : quill.value());
    }

    @Test
    void aPmFindsTheirOwnCasesAndNoOthers() {
        assertThat(references(PM, OPEN)).containsExactly(quill.value());
        assertThat(find(PM, OPEN).count()).isEqualTo(1);
        for (String typed : List.of("Zuckermann", zuck.value(), "Zuckerman", "\"manager is ill\"")) {
            assertThat(find(PM, ALL.withText(typed)).cases()).as(typed).isEmpty();
            assertThat(find(PM, ALL.withText(typed)).count()).isZero();
        }
        assertThat(references(PM, ALL.withText("telephone"))).containsExactly(quill.value());
        assertThat(list.forFile(PM, ALL, Sorting.usual(Shown.ALL)))
                .extracting(ListedCase::reference)
                .containsExactly(quill.value());
    }

    @Test
    void ofAPastCaseAPmFindsThePracticeAndTheDaysAndNothingThatCameAfter() {
        cases.endPlacements(quill, LocalDate.now(clock));
        scheme.pm("pm-successor");
        cases.place(quill, "pm-successor", LocalDate.now(clock));
        assertThat(references(PM, OPEN)).isEmpty();
        assertThat(formerCases.of(PM.person(), null, 0, 10)).singleElement().satisfies(former -> {
            assertThat(former.reference()).isEqualTo(quill.value());
            assertThat(former.practices()).containsExactly("Quillfeather Surgery");
            assertThat(former.endedOn()).isEqualTo(LocalDate.now(clock));
        });
        assertThat(formerCases.of(PM.person(), "quillf", 0, 10)).hasSize(1);
        assertThat(formerCases.of(PM.person(), "successor", 0, 10)).isEmpty();
        assertThat(formerCases.of(PM.person(), "plum", 0, 10)).isEmpty();
        assertThat(formerCases.of("pm-successor", null, 0, 10)).isEmpty();
        hideFrom(PM.person());
        assertThat(formerCases.of(PM.person(), null, 0, 10)).isEmpty();
    }

    private void hideFrom(String person) {
        declareInterest.declare(person, new OdsCode(ListedCases.ods(quill)), "My sister is a partner.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "ROVING_PM"})
    void aHiddenCaseIsNotThereHoweverItIsAskedFor(Role role) {
        CaseReader reader = role == Role.ROVING_PM ? PM : new CaseReader("quentin", java.util.Set.of(role));
        CaseFilter mine = new CaseFilter(
                null,
                Shown.OPEN,
                CaseStage.SUPPORTED,
                Rating.AMBER,
                null,
                ListedCases.AREA,
                null,
                false,
                null,
                null,
                false,
                false,
                false);
        assertThat(find(reader, mine).count()).isEqualTo(1);
        hideFrom(reader.person());
        for (String typed :
                List.of(quill.value(), "Quillfeather", "Quilfether", "plum", "\"telephone\"", "telephone system")) {
            CaseList.Found found = find(reader, ALL.withText(typed));
            assertThat(found.cases()).as(typed).isEmpty();
            assertThat(found.count()).as(typed).isZero();
        }
        assertThat(find(reader, mine).count()).isZero();
        assertThat(list.forFile(reader, mine, Sorting.usual(Shown.OPEN))).isEmpty();
    }

    @Test
    void aConfidentialCaseIsThereForThoseNamedOnItAlone() {
        cases.makeConfidential(zuck, OFFICE.person());
        assertThat(find(OFFICE, ALL.withText(zuck.value())).cases())
                .singleElement()
                .satisfies(one -> assertThat(one.confidential()).isTrue());
        CaseReader colleague = CaseReader.of("quentin", List.of("service-manager"));
        assertThat(find(colleague, ALL.withText(zuck.value())).cases()).isEmpty();
        assertThat(references(colleague, inArea(Shown.ALL))).containsExactly(quill.value());
    }

    @Test
    void choicesAreThoseOfTheSchemeAndTellNothingOfCases() {
        assertThat(choices.areas()).extracting(CaseChoices.Offered::value).contains(ListedCases.AREA);
        assertThat(choices.pms(null)).extracting(CaseChoices.Offered::value).contains(PM.person());
        assertThat(choices.helpKinds()).extracting(CaseChoices.Offered::value).contains("MERGER");
    }

    @Test
    void whoeverIsNeitherOfTheOfficeNorAPmHasNoList() {
        for (Role role : List.of(
                Role.COMMISSIONER, Role.LIAISON, Role.BUDGET_HOLDER, Role.PROCESS_MANAGER, Role.ADMINISTRATOR)) {
            CaseReader reader = CaseReader.of("somebody", List.of(role.group()));
            assertThat(reader.listName()).as(role.name()).isEmpty();
            assertThat(references(reader, ALL)).as(role.name()).isEmpty();
        }
    }
}
