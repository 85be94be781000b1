package org.rovingpm.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class HomePagesTest {

    private static final String PM = "pm-quillon";
    private static final String QUILL = "Quillfeather Surgery";
    private static final String ZUCK = "Zuckermann Medical Centre";

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private ListedCases cases;
    private CaseReference quill;
    private CaseReference zuck;

    /** A day on which nothing of another test happens. */
    @BeforeEach
    void twoCases() {
        clock.setTo("2031-03-05T10:00");
        jdbc.sql("delete from open_task_group").update();
        jdbc.sql("delete from open_task").update();
        scheme.fund("HOME-TEST", "10000");
        cases = new ListedCases(jdbc);
        quill = cases.of(QUILL, CaseStage.SUPPORTED, Rag.AMBER);
        zuck = cases.of(ZUCK, CaseStage.MATCHING, Rag.RED);
        scheme.pm(PM);
        cases.place(quill, PM, today());
    }

    /** Before anybody compares the table with the engine. */
    @AfterEach
    void takeTheTasksBack() {
        clock.reset();
        TestTransaction.flagForRollback();
        TestTransaction.end();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String open(String address, String person, Role role) {
        try {
            return web.perform(get(address)
                            .with(user(person).authorities(AuthorityUtils.createAuthorityList(role.group()))))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String home(Role role) {
        return open("/", people.with(role), role);
    }

    /** @param whose user id, or null where it waits for the group */
    private void task(String id, String name, CaseReference reference, String whose, Role role, Duration due) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into open_task (task_id, process_key, step, name, case_reference, assignee, priority, due_at, created_at, suspended)
                values (:id, :process, 'userTask_test', :name, :reference, :whose, 50, :due, :now, false)""")
                .param("id", id)
                .param("process", SupportCaseProcess.KEY)
                .param("name", name)
                .param("reference", reference.value())
                .param("whose", whose)
                .param("due", now.plus(due).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into open_task_group (task_id, group_id, waiting, due_at, created_at)
                values (:id, :group, :waiting, :due, :now)""")
                .param("id", id)
                .param("group", role.group())
                .param("waiting", whose == null)
                .param("due", now.plus(due).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void whoeverIsNotSignedInReadsWhatTheSchemeOffers() throws Exception {
        web.perform(get("/")).andExpect(status().isOk()).andExpect(view().name("web/home"));
    }

    @Test
    void tasksOfTheReaderAndOfTheirTeamLeadToTheVeryTask() {
        String coordinator = people.with(Role.COORDINATOR);
        task("t-mine", "Introduce PM", quill, coordinator, Role.COORDINATOR, Duration.ofHours(5));
        task("t-team", "Assess request", zuck, null, Role.COORDINATOR, Duration.ofHours(6));
        task("t-other", "Agree changed RAG", zuck, null, Role.SERVICE_MANAGER, Duration.ofHours(6));

        String page = open("/", coordinator, Role.COORDINATOR);

        assertThat(page)
                .contains("/camunda/app/tasklist/default/#/?task=t-mine\">Introduce PM", QUILL, quill.value())
                .contains("/camunda/app/tasklist/default/#/?task=t-team\">Assess request", ZUCK, zuck.value())
                .doesNotContain("t-other");
        assertThat(page).containsSubsequence("Yours", "(1)", "t-mine", "not taken yet", "(1)", "t-team");
    }

    @Test
    void overdueAndRedComeFirst() {
        String coordinator = people.with(Role.COORDINATOR);
        task("t-amber-soon", "One", quill, null, Role.COORDINATOR, Duration.ofHours(1));
        task("t-red-later", "Two", zuck, null, Role.COORDINATOR, Duration.ofHours(3));
        task("t-amber-late", "Three", quill, null, Role.COORDINATOR, Duration.ofHours(-3));
        task("t-red-late", "Four", zuck, null, Role.COORDINATOR, Duration.ofHours(-1));

        assertThat(open("/", coordinator, Role.COORDINATOR))
                .containsSubsequence("(4, 2 overdue)", "t-red-late", "t-amber-late", "t-red-later", "t-amber-soon")
                .contains("Overdue since");
    }

    @Test
    void whoHasNoTaskIsToldWhatWaitsForTheirTeam() {
        task("t-money", "Approve spending", quill, null, Role.BUDGET_HOLDER, Duration.ofHours(5));
        jdbc.sql("update open_task set process_key = 'job-plan-approval'").update();

        assertThat(home(Role.BUDGET_HOLDER))
                .contains("Those below wait for somebody of your team to take them.", "?task=t-money", "Available");
    }

    @Test
    void aListWithoutATaskSaysWhereWorkWaits() {
        assertThat(home(Role.SERVICE_MANAGER))
                .contains(
                        "No task is yours at the moment.", "Nothing waits for your team to take it.", "list of cases");
    }

    @Test
    void theOfficeSeesHowManyCasesEachListHas() {
        String before = home(Role.COORDINATOR);
        CaseReference held = cases.of("Heldsworth Practice", CaseStage.SUPPORTED, Rag.RED);
        cases.set(held, "held_at = now(), held_until = current_date + 400");
        String after = home(Role.COORDINATOR);

        for (String list : List.of("Open", "Red", "On hold")) {
            assertThat(count(after, list)).as(list).isEqualTo(count(before, list) + 1);
        }
        assertThat(count(after, "Overdue")).isZero();
        assertThat(after).contains("/cases?rag=RED", "/cases?overdue=true", "/cases?hold=true", "/cases?rag=UNRATED");
    }

    private static int count(String page, String list) {
        return Integer.parseInt(
                page.replaceAll("(?s).*<strong>([0-9,]+)\\+?</strong> <span>" + list + "</span>.*", "$1")
                        .replace(",", ""));
    }

    private static int weeksToReport(String page) {
        Matcher weeks = Pattern.compile("(\\d+) weeks? of support will be reported after")
                .matcher(page);
        return weeks.find() ? Integer.parseInt(weeks.group(1)) : 0;
    }

    @Test
    void whatIsComingThisWeekIsTold() {
        LocalDate soon = today().plusDays(3);
        int ofOtherCases = weeksToReport(home(Role.COORDINATOR));
        cases.set(zuck, "held_at = now(), held_until = date '%s'".formatted(soon));
        plan(quill, soon);
        String page = home(Role.COORDINATOR);

        assertThat(page).containsSubsequence("Coming this week", "(2)", "Job plan ends", quill.value(), QUILL);
        assertThat(page).containsSubsequence("Coming this week", "Hold ends", zuck.value(), ZUCK);
        assertThat(weeksToReport(page)).isEqualTo(ofOtherCases + 1);
    }

    @Test
    void aPlannedFirstVisitIsComingUntilItIsReported() {
        long placement = jdbc.sql("select id from placement where case_reference = :case")
                .param("case", quill.value())
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into introduction (placement_id, introduced_on, how, first_visit_on, recorded_at, recorded_by)
                values (:placement, :today, 'MEETING', :visit, now(), 'coordinator')""")
                .param("placement", placement)
                .param("today", today())
                .param("visit", today().plusDays(2))
                .update();
        assertThat(open("/", PM, Role.ROVING_PM)).contains("First visit");
        jdbc.sql("""
                insert into first_visit (placement_id, visited_on, findings, needs_confirmed, rag_now, reported_at, reported_by)
                values (:placement, :today, 'All well.', true, 'AMBER', now(), 'pm')""").param("placement", placement).param("today", today()).update();
        assertThat(open("/", PM, Role.ROVING_PM)).doesNotContain("<strong>First visit</strong>");
    }

    private void plan(CaseReference reference, LocalDate endsOn) {
        jdbc.sql("""
                insert into job_plan (case_reference, placement_id, version, status, variation, sessions_a_week, starts_on, ends_on, hours,
                    hourly_rate, fund_code, newly_committed, budget_holder_needed, prepared_at, prepared_by)
                select case_reference, id, 1, 'IN_EFFECT', false, 2, :start, :end, 20, 35, :fund, 0, false, now(), 'manager' from placement
                 where case_reference = :reference""")
                .param("start", today().minusDays(7))
                .param("end", endsOn)
                .param("fund", "HOME-TEST")
                .param("reference", reference.value())
                .update();
    }

    @Test
    void whatHasHappenedSinceTheLastWorkingDayIsToldTheLatestFirst() {
        jdbc.sql("""
                insert into timeline_entry (case_reference, recorded_at, recorded_by, what)
                values (:reference, :at, 'coordinator', 'Something old')""")
                .param("reference", quill.value())
                .param("at", clock.instant().minus(Duration.ofDays(4)).atOffset(ZoneOffset.UTC))
                .update();
        timeline.add(quill, "coordinator", "Practice telephoned");
        timeline.add(zuck, "coordinator", "Minutes filed");

        assertThat(home(Role.COORDINATOR))
                .containsSubsequence("What has happened since", "Minutes filed", ZUCK, "Practice telephoned", QUILL)
                .doesNotContain("Something old");
    }

    @Test
    void whatHappenedBesidesIsOnPagesOfTheirOwn() {
        for (int entry = 1; entry <= 60; entry++) {
            timeline.add(quill, "coordinator", "Entry %d.".formatted(entry));
        }
        String coordinator = people.with(Role.COORDINATOR);

        assertThat(open("/", coordinator, Role.COORDINATOR))
                .contains("Entry 60.", "/happened")
                .doesNotContain("Entry 50.");
        assertThat(open("/happened", coordinator, Role.COORDINATOR))
                .contains("Entry 60.", "Entry 11.", "Earlier")
                .doesNotContain("Entry 10.", ">Later<");
        assertThat(open("/happened?page=2", coordinator, Role.COORDINATOR)).contains("Entry 10.", "Later");
        assertThat(open("/happened?page=20", coordinator, Role.COORDINATOR))
                .contains("There is no such page any more.");
        assertThat(open("/happened?page=what", coordinator, Role.COORDINATOR)).contains("Entry 60.");
    }

    @Test
    void aHiddenCaseIsInNoListAndNoCount() {
        String interested = people.with(Role.COORDINATOR);
        task("t-hidden", "Assess request", quill, interested, Role.COORDINATOR, Duration.ofHours(-5));
        task("t-waiting", "Assess request", quill, null, Role.COORDINATOR, Duration.ofHours(-5));
        timeline.add(quill, "coordinator", "Practice telephoned");
        plan(quill, today().plusDays(1));
        String before = open("/", interested, Role.COORDINATOR);
        assertThat(before).contains(QUILL, "t-hidden", "t-waiting", "Practice telephoned", "Job plan ends");

        jdbc.sql("""
                insert into declared_interest (person, ods_code, reason, since, declared_at, declared_by, confirmed_on)
                values (:person, :code, 'My sister is a partner.', :today, now(), :person, :today)""")
                .param("person", interested)
                .param("code", ListedCases.ods(quill))
                .param("today", today())
                .update();
        String after = open("/", interested, Role.COORDINATOR);

        assertThat(after)
                .doesNotContain(QUILL, quill.value(), "t-hidden", "t-waiting", "Practice telephoned", "Job plan ends");
        assertThat(count(after, "Open")).isEqualTo(count(before, "Open") - 1);
        assertThat(after).containsSubsequence("Yours", "(0)", "not taken yet", "(0)");
    }

    @Test
    void aPmSeesTheirOwnPracticesAlone() {
        task("t-week", "Report the week", quill, PM, Role.ROVING_PM, Duration.ofHours(5));
        timeline.add(quill, "coordinator", "Practice telephoned");
        timeline.add(zuck, "coordinator", "Minutes filed");
        plan(quill, today().plusDays(40));
        jdbc.sql("update open_task set process_key = 'weekly-check-in'").update();

        assertThat(open("/", PM, Role.ROVING_PM))
                .contains("My practices", QUILL, "Practice telephoned", "Week to report")
                .doesNotContain(ZUCK, zuck.value(), "Minutes filed", "of your team");
    }

    @Test
    void aPmReadsNoMoreOfAPracticeOnceTheySupportItNoLonger() {
        timeline.add(quill, "coordinator", "Practice telephoned");
        assertThat(open("/", PM, Role.ROVING_PM)).contains("Practice telephoned");

        jdbc.sql(
                        "update placement set ended_on = :today, end_reason = 'SUPPORT_ENDED' where case_reference = :reference")
                .param("today", today())
                .param("reference", quill.value())
                .update();

        assertThat(open("/", PM, Role.ROVING_PM)).doesNotContain("Practice telephoned");
    }

    @Test
    void aCommissionerReadsFiguresAndOfNoCase() {
        assertThat(home(Role.COMMISSIONER))
                .contains("The scheme in figures", "Support in place", "Funds")
                .doesNotContain(QUILL, ZUCK, quill.value(), zuck.value(), "What needs you", "RPM-");
    }

    @Test
    void figuresLeaveOutConfidentialCases() {
        String before = home(Role.COMMISSIONER);
        cases.makeConfidential(quill, "coordinator");
        assertThat(atStage(home(Role.COMMISSIONER), "Support in place"))
                .isEqualTo(atStage(before, "Support in place") - 1);
    }

    private static int atStage(String page, String stage) {
        return Integer.parseInt(
                page.replaceAll("(?s).*<th scope=\"row\">" + stage + "</th><td class=\"amount\">(\\d+)</td>.*", "$1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LIAISON", "BUDGET_HOLDER", "COMMISSIONER", "PROCESS_MANAGER", "ADMINISTRATOR"})
    void whoSeesNoCaseReadsOfNone(Role role) throws Exception {
        timeline.add(quill, "coordinator", "Practice telephoned");
        task("t-team", "Assess request", quill, null, Role.COORDINATOR, Duration.ofHours(6));
        String person = people.with(role);

        assertThat(open("/", person, role)).doesNotContain(QUILL, quill.value(), "Practice telephoned");
        web.perform(get("/happened").with(user(person).authorities(AuthorityUtils.createAuthorityList(role.group()))))
                .andExpect(status().isForbidden());
    }

    @Test
    void anAdministratorSeesWhoseRightsHaveChanged() {
        String person = people.with(Role.LIAISON);
        jdbc.sql("""
                insert into security_event (at, kind, person, by_whom, detail)
                values (:now, 'ROLE_GIVEN', :person, 'first-admin', 'liaison'), (:now, 'SIGNED_IN', :person, null, 'not told')""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
        assertThat(home(Role.ADMINISTRATOR)).contains("Role or group given").doesNotContain("not told");
    }
}
