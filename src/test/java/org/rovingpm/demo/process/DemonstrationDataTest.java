package org.rovingpm.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.demo.DemoClock;
import org.rovingpm.demo.Stories;
import org.rovingpm.fixture.Chromium;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.TestDatabase;
import org.rovingpm.modelchange.ChangeReviewProcess;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The demonstration as it is found after a first start on a Wednesday morning that was killed twice on its way. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(DemonstrationDataTest.StartedByTheTest.class)
@ActiveProfiles({"demo", "test"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("demonstration")
class DemonstrationDataTest {

    private static final Instant NOW = Instant.parse("2026-11-18T11:00:00Z");
    /** Comes of a practice's answer, which the stories leave to whoever opens the mailbox. */
    private static final String BROUGHT_ABOUT_BY_A_LINK = SupportCaseProcess.Elements.ANSWER_RAG_QUESTION;

    private static final Pattern USER_ID = Pattern.compile("\\bpm\\.[a-z]+\\b(?!@)");

    private static final String FOOTPRINT = """
        select (select count(*) from support_case) || ' ' || (select count(*) from timeline_entry) || ' '
            || (select count(*) from ledger_entry) || ' ' || (select count(*) from practice) || ' '
            || (select count(*) from roving_pm) || ' ' || (select count(*) from check_in) || ' '
            || (select count(*) from act_hi_actinst)""";

    @LocalServerPort
    private int port;

    @Autowired
    private DemoAtStart demonstration;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RepositoryService models;

    @Autowired
    private HistoryService history;

    @Autowired
    private Practices practices;

    @Autowired
    private WebApplicationContext context;

    private List<String> problems;

    /** The same clock, but not the one that a start recognises: so that the start leaves the making to the test. */
    @TestConfiguration
    static class StartedByTheTest {

        @Bean
        @Primary
        Clock clockOfTheTest(DemoClock clock) {
            return new Clock() {

                @Override
                public ZoneId getZone() {
                    return clock.getZone();
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return clock.withZone(zone);
                }

                @Override
                public Instant instant() {
                    return clock.instant();
                }
            };
        }
    }

    @BeforeAll
    void makeItWithTwoInterruptions() {
        demonstration.make(NOW, 60);
        demonstration.make(NOW, 333);
        problems = demonstration.make(NOW, Integer.MAX_VALUE);
    }

    @Test
    void everyStoryIsPlayedOnceDespiteTheInterruptions() {
        assertThat(problems).isEmpty();
        assertThat(jdbc.sql("select count(*) from support_case")
                        .query(Integer.class)
                        .single())
                .isEqualTo(stories.all(NOW).size());
        assertThat(jdbc.sql("select count(distinct ods_code) from case_practice")
                        .query(Integer.class)
                        .single())
                .isEqualTo(stories.all(NOW).size());
    }

    @Test
    void thereAre124PracticesOfWhichOneIsDormantAndOneClosed() {
        assertThat(practices.count()).isEqualTo(124);
        assertThat(jdbc.sql("select status from practice where status <> 'ACTIVE'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("DORMANT", "CLOSED");
        assertThat(jdbc.sql("select min(list_size) || ' ' || max(list_size) from practice")
                        .query(String.class)
                        .single())
                .isEqualTo("900 44000");
    }

    @Test
    void casesStandAtEveryStage() {
        assertThat(jdbc.sql("select distinct stage from support_case")
                        .query(String.class)
                        .list())
                .containsAll(Stream.of(CaseStage.values()).map(Enum::name).toList());
        assertThat(jdbc.sql("select count(*) from support_case where held_at is not null")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void everyUserTaskOfACaseIsOpenOrHasBeenPassed() {
        Set<String> reached = history.createHistoricActivityInstanceQuery().activityType("userTask").list().stream()
                .map(activity -> activity.getProcessDefinitionKey() + " " + activity.getActivityId())
                .collect(Collectors.toSet());
        assertThat(reached)
                .containsAll(models.createProcessDefinitionQuery().latestVersion().list().stream()
                        // Nobody has changed a process of the demonstration yet
                        .filter(process -> !process.getKey().equals(ChangeReviewProcess.KEY))
                        .flatMap(process ->
                                models
                                        .getBpmnModelInstance(process.getId())
                                        .getModelElementsByType(UserTask.class)
                                        .stream()
                                        .map(task -> process.getKey() + " " + task.getId()))
                        .filter(task -> !task.endsWith(BROUGHT_ABOUT_BY_A_LINK))
                        .toList());
    }

    @Test
    void nothingHasFailedAndNothingIsLate() {
        assertThat(processes.createIncidentQuery().count()).isZero();
        assertThat(jobs.createJobQuery().withException().count()).isZero();
        assertThat(jobs.createJobQuery()
                        .timers()
                        .active()
                        .duedateLowerThan(Date.from(NOW))
                        .count())
                .isZero();
        assertThat(jobs.createJobQuery().messages().active().count()).isZero();
    }

    @Test
    void someTasksAreLateAndSomeAreDueToday() {
        assertThat(dueBetween("2026-08-01T00:00:00Z", "2026-11-18T00:00:00Z")).isBetween(3L, 15L);
        assertThat(dueBetween("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z")).isGreaterThan(5);
        assertThat(dueBetween("2026-11-19T00:00:00Z", "2027-01-01T00:00:00Z")).isGreaterThan(10);
    }

    private long dueBetween(String from, String until) {
        return tasks.createTaskQuery()
                .active()
                .dueAfter(Date.from(Instant.parse(from)))
                .dueBefore(Date.from(Instant.parse(until)))
                .count();
    }

    @Test
    void historiesReachBackForMonths() {
        assertThat(jdbc.sql("select min(requested_at) from support_case")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBefore("2026-09-01T00:00:00Z");
    }

    @Test
    void timelinesRunForwardsAndEndBeforeNow() {
        assertThat(jdbc.sql("""
            select count(*) from timeline_entry e join timeline_entry f on f.case_reference = e.case_reference and f.id > e.id
            where f.recorded_at < e.recorded_at""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select max(recorded_at) from timeline_entry")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBeforeOrEqualTo(NOW);
    }

    @Test
    void fundsCommitNoMoreThanTheyHave() {
        assertThat(jdbc.sql("select allocated - committed_in_all from fund")
                        .query(BigDecimal.class)
                        .list())
                .hasSize(2)
                .allSatisfy(free -> assertThat(free).isPositive());
        assertThat(jdbc.sql("select allocated from fund where code = 'RESILIENCE'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("120000");
    }

    @Test
    void messagesThatWouldHaveBeenSentAreRecorded() {
        assertThat(jdbc.sql("select distinct status from message")
                        .query(String.class)
                        .list())
                .isSubsetOf("RECORDED_ONLY", "NOT_SENDABLE");
        assertThat(jdbc.sql("select count(*) from message where status = 'NOT_SENDABLE'")
                        .query(Long.class)
                        .single())
                .isLessThan(5);
        assertThat(jdbc.sql("select count(distinct template) from message")
                        .query(Long.class)
                        .single())
                .isGreaterThan(15);
        assertThat(jdbc.sql(
                                "select count(*) from message m join support_case c on c.reference = m.case_reference where m.queued_at < c.requested_at")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select max(queued_at) from message")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBeforeOrEqualTo(NOW);
        assertThat(jdbc.sql("""
            select count(*) from message m join message_event e on e.message_id = m.id
            where e.recorded_at < m.queued_at or e.recorded_at > m.queued_at + interval '1 hour'""").query(Long.class).single()).isZero();
    }

    /** User ids of PMs look like "pm.alder"; what belongs to an e-mail address, or is sent unseen, is no name for them. */
    @Test
    void nobodyIsNamedByTheirUserIdOnAnyPageFormOrMessage() throws Exception {
        MockMvc web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        List<String> addresses = new ArrayList<>(List.of("/stuck", "/bulk", "/changes", "/templates"));
        jdbc.sql("select reference from support_case order by reference")
                .query(String.class)
                .list()
                .forEach(reference -> addresses.add("/cases/" + reference));
        tasks.createTaskQuery()
                .active()
                .list()
                .forEach(task -> addresses.add("/api/cases/case-panel?task=" + task.getId()));
        for (String address : addresses) {
            String page = web.perform(get(address)
                            .with(user("manager")
                                    .authorities(
                                            AuthorityUtils.createAuthorityList("service-manager", "process-manager"))))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(USER_ID.matcher(page.replaceAll("<[^>]*>", " "))
                            .results()
                            .map(MatchResult::group))
                    .as(address)
                    .isEmpty();
        }
        tasks.createTaskQuery().active().list().forEach(task -> forms.getTaskFormVariables(task.getId())
                .forEach((key, value) -> assertThat(
                                USER_ID.matcher(String.valueOf(value).replaceAll("\"value\":\"[^\"]*\"", ""))
                                        .results()
                                        .map(MatchResult::group)
                                        .filter(id -> !key.equals(CaseVariables.ROVING_PM)))
                        .as(task.getName() + ": " + key)
                        .isEmpty()));
        assertThat(jdbc.sql("select subject || ' ' || body from message")
                        .query(String.class)
                        .list())
                .noneMatch(text -> USER_ID.matcher(text).find());
    }

    @Test
    void theMailboxIsOpenOnThisMachineOnlyAndItsLinksWork() throws Exception {
        MockMvc web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        long asking = jdbc.sql("select max(id) from message where question_id is not null")
                .query(Long.class)
                .single();
        web.perform(get("/demo/mailbox"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Earlier")));
        web.perform(get("/demo/mailbox").param("page", "2").param("to", "nobody"))
                .andExpect(status().isOk());
        web.perform(get("/demo/mailbox/" + asking))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("[link]")));
        String address = web.perform(post("/demo/mailbox/" + asking + "/link").with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).matches("/answer/[A-Za-z0-9_-]{43}");
        web.perform(get(address)).andExpect(status().isOk());
        web.perform(get("/demo/mailbox").with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .andExpect(status().isNotFound());
    }

    @Test
    void theMailboxIsUsableByEverybody() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(port, new Browser.NewContextOptions());
            page.navigate("/demo/mailbox");
            PublicPages.isUsableByEverybody(page, "mailbox");
            page.navigate("/demo/mailbox/"
                    + jdbc.sql("select max(id) from message where question_id is not null")
                            .query(Long.class)
                            .single());
            PublicPages.isUsableByEverybody(page, "mail");
        }
    }

    @Test
    void anotherStartAddsNothing() {
        String before = jdbc.sql(FOOTPRINT).query(String.class).single();
        demonstration.make(NOW, Integer.MAX_VALUE);
        demonstration.start();
        assertThat(jdbc.sql(FOOTPRINT).query(String.class).single()).isEqualTo(before);
    }
}
