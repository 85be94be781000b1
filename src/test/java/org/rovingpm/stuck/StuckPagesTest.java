package org.rovingpm.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Who reaches the list, its API and the tabs of Cockpit, and what each may do there. */
@ApplicationTest
@StartsAt
@Transactional
class StuckPagesTest {

    private static final List<String> OTHERS =
            List.of("roving-pm", "commissioner", "liaison", "budget-holder", "camunda-admin");
    private static final List<String> WATCHERS = List.of("coordinator", "service-manager", "process-manager");

    @Autowired
    private Scheme scheme;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private TestPeople people;

    @Autowired
    private Timeline timeline;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private MockMvc web;

    private String reference;
    private String task;
    private String instance;

    @BeforeEach
    void aLateCase() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97201")));
        task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        instance = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getProcessInstanceId();
        clock.setTo("2026-12-07T09:00");
    }

    private static UserRequestPostProcessor as(String person, String... groups) {
        return user(person).authorities(AuthorityUtils.createAuthorityList(groups));
    }

    @Test
    void theTimelineInCockpitShowsTheNameOfTheDay() throws Exception {
        String author = people.with(Role.COORDINATOR);
        timeline.add(new CaseReference(reference), author, "Noted for the test", null, author, null);
        clock.setTo("2026-12-08T09:00");
        people.rename(author, "an-administrator", Role.ADMINISTRATOR, "Tess", "Thistle");

        web.perform(get("/api/instances/" + instance + "/timeline").with(as("somebody", "coordinator")))
                .andExpect(jsonPath("$.entries[?(@.what == 'Noted for the test')].who")
                        .value("Tamsin Teasel"))
                .andExpect(jsonPath("$.entries[?(@.what == 'Noted for the test')].after")
                        .value("Tamsin Teasel"));
    }

    @Test
    void theListIsForThoseWhoCanDoSomethingAboutItAndForNobodyElse() throws Exception {
        for (String group : WATCHERS) {
            web.perform(get("/stuck").param("q", reference).with(as("somebody", group)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(reference)))
                    .andExpect(content().string(containsString("Assess request")));
        }
        for (String group : OTHERS) {
            for (String address : List.of(
                    "/stuck",
                    "/stuck/one?cause=overdueTask&id=" + task,
                    "/api/stuck",
                    "/api/instances/" + instance + "/timeline",
                    "/api/instances/" + instance + "/history",
                    "/api/definitions/support-case/heat")) {
                web.perform(get(address).with(as("somebody", group))).andExpect(status().isForbidden());
            }
            for (String action : List.of(
                    "/stuck/retry",
                    "/stuck/remind",
                    "/stuck/reassign",
                    "/stuck/send-again",
                    "/stuck/retry-all",
                    "/api/stuck/retry")) {
                web.perform(post(action)
                                .with(csrf())
                                .with(as("somebody", group))
                                .param("cause", "overdueTask")
                                .param("id", task))
                        .andExpect(status().isForbidden());
            }
        }
        web.perform(get("/stuck").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
        web.perform(get("/api/stuck")).andExpect(status().isUnauthorized());
    }

    @Test
    void thePracticeIsNamedToThoseWhoWorkOnCasesOnly() throws Exception {
        for (String address : List.of(
                "/stuck?q=" + reference, "/api/stuck?q=" + reference, "/stuck/one?cause=overdueTask&id=" + task)) {
            web.perform(get(address).with(as("somebody", "coordinator")))
                    .andExpect(content().string(containsString("Practice Z97201")));
            web.perform(get(address).with(as("somebody", "process-manager")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(reference)))
                    .andExpect(content().string(not(containsString("Practice Z97201"))));
        }
    }

    @Test
    void somebodyWithAnInterestFindsNothingOfTheCaseAnywhere() throws Exception {
        scheme.pm("pm-partial");
        declareInterest.declare("pm-partial", new OdsCode("Z97201"), "My brother works there.");
        for (String group : WATCHERS) {
            web.perform(get("/stuck").with(as("pm-partial", group)))
                    .andExpect(content().string(not(containsString(reference))));
            web.perform(get("/api/stuck?limit=200").with(as("pm-partial", group)))
                    .andExpect(content().string(not(containsString(reference))));
            web.perform(get("/stuck/one?cause=overdueTask&id=" + task).with(as("pm-partial", group)))
                    .andExpect(content().string(not(containsString(reference))));
            for (String tab : List.of("timeline", "history")) {
                web.perform(get("/api/instances/" + instance + "/" + tab).with(as("pm-partial", group)))
                        .andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void everyActionNeedsItsToken() throws Exception {
        for (String action : List.of(
                "/stuck/retry",
                "/stuck/remind",
                "/stuck/reassign",
                "/stuck/send-again",
                "/stuck/retry-all",
                "/api/stuck/retry")) {
            web.perform(post(action)
                            .with(as("somebody", "service-manager"))
                            .param("cause", "overdueTask")
                            .param("id", task))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void whatARoleMayNotDoIsRefusedOnTheServer() throws Exception {
        web.perform(post("/stuck/reassign")
                        .with(csrf())
                        .with(as("somebody", "coordinator"))
                        .param("cause", "overdueTask")
                        .param("id", task)
                        .param("person", "coordinator")
                        .param("reason", "Holiday"))
                .andExpect(content().string(containsString("role may not do this")));
        web.perform(post("/stuck/remind")
                        .with(csrf())
                        .with(as("somebody", "process-manager"))
                        .param("cause", "overdueTask")
                        .param("id", task))
                .andExpect(flash().attribute("problem", containsString("role may not do this")));
        web.perform(post("/api/stuck/retry")
                        .with(csrf())
                        .with(as("somebody", "coordinator"))
                        .param("cause", "failedStep")
                        .param("id", task))
                .andExpect(status().isConflict());
    }

    @Test
    void aTaskIsGivenToSomebodyOnThePage() throws Exception {
        scheme.account("stuck-three", "coordinator");
        web.perform(get("/stuck/one?cause=overdueTask&id=" + task).with(as("service-manager", "service-manager")))
                .andExpect(content().string(containsString("Test stuck-three")));
        web.perform(post("/stuck/reassign")
                        .with(csrf())
                        .with(as("service-manager", "service-manager"))
                        .param("cause", "overdueTask")
                        .param("id", task)
                        .param("person", "")
                        .param("reason", ""))
                .andExpect(content().string(containsString("Choose who is to do the task.")));
        web.perform(post("/stuck/reassign")
                        .with(csrf())
                        .with(as("service-manager", "service-manager"))
                        .param("cause", "overdueTask")
                        .param("id", task)
                        .param("person", "stuck-three")
                        .param("reason", "Holiday"))
                .andExpect(redirectedUrl("/stuck"));
        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getAssignee())
                .isEqualTo("stuck-three");
    }

    @Test
    void whatHasBeenResolvedMeanwhileIsReported() throws Exception {
        scheme.forget(reference);
        web.perform(get("/stuck/one?cause=overdueTask&id=" + task).with(as("somebody", "coordinator")))
                .andExpect(content().string(containsString("no longer stuck")));
        web.perform(post("/stuck/remind")
                        .with(csrf())
                        .with(as("somebody", "coordinator"))
                        .param("cause", "overdueTask")
                        .param("id", task))
                .andExpect(flash().attribute("problem", containsString("no longer stuck")));
        web.perform(post("/stuck/remind")
                        .with(csrf())
                        .with(as("somebody", "coordinator"))
                        .param("cause", "nonsense")
                        .param("id", "'; drop table practice"))
                .andExpect(flash().attribute("problem", "There is no such cause."));
    }

    @Test
    void theApiIsLimitedFilteredAndSortedAndTellsProgramsNoToken() throws Exception {
        web.perform(get("/api/stuck")
                        .param("q", reference)
                        .param("limit", "1000000")
                        .with(as("somebody", "coordinator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stuck.length()").value(1))
                .andExpect(jsonPath("$.stuck[0].cause").value("overdueTask"))
                .andExpect(jsonPath("$.stuck[0].caseReference").value(reference))
                .andExpect(jsonPath("$.token.header").value("X-CSRF-TOKEN"));
        web.perform(get("/api/stuck")
                        .param("q", reference)
                        .param("cause", "failedStep")
                        .with(as("somebody", "coordinator")))
                .andExpect(jsonPath("$.stuck.length()").value(0));
    }

    @Test
    void theTabsTellProcessManagersWhatHappenedAndNotWhatPeopleWrote() throws Exception {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of(
                        "decision",
                        "DECLINE",
                        "declineReason",
                        "OTHER_SERVICE",
                        "signpostedTo",
                        "A confidence of the practice"));
        web.perform(get("/api/instances/" + instance + "/timeline").with(as("coordinator", "coordinator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.wholly").value(true))
                .andExpect(content().string(containsString("A confidence of the practice")));
        web.perform(get("/api/instances/" + instance + "/timeline").with(as("somebody", "process-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries[0].what").value("Help requested"))
                .andExpect(content().string(not(containsString("A confidence of the practice"))));
        web.perform(get("/api/instances/" + instance + "/history").with(as("somebody", "process-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.steps[*].name").value(org.hamcrest.Matchers.hasItem("Assess request")))
                .andExpect(jsonPath("$.messages[*].what").value(org.hamcrest.Matchers.hasItem("request received")));
        web.perform(get("/api/instances/no-such/history").with(as("somebody", "process-manager")))
                .andExpect(status().isNotFound());
    }

    @Test
    void eachValueThatAVariableHasHadIsToldWithItsTimeItsStepAndWhoeverSetIt() throws Exception {
        accept();
        for (String rating : List.of("AMBER", "GREEN")) {
            clock.moveBy(Duration.ofDays(1));
            scheme.start(
                    CaseChangeProcess.KEY,
                    rating.equals("AMBER") ? "coordinator" : "service-manager",
                    Map.of(
                            "caseReference",
                            reference,
                            "change",
                            "CHANGE_RAG",
                            "rag",
                            rating,
                            "agreedWith",
                            "Dr Test",
                            "reason",
                            "Because."));
        }
        processes.setVariable(instance, CaseVariables.RAG, "GREEN");
        String rag = "$.variables[?(@.name == 'rag')].values";
        web.perform(get("/api/instances/" + instance + "/history").with(as("somebody", "process-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath(rag + ".[*].value").value(contains("GREEN", "RED", "AMBER", "GREEN")))
                .andExpect(jsonPath(rag + ".[*].who")
                        .value(contains("coordinator", "coordinator", "coordinator", "service-manager")))
                .andExpect(jsonPath(rag + ".[1].step").value(contains("Assess request")))
                .andExpect(
                        jsonPath(rag + ".[3].since").value(contains(org.hamcrest.Matchers.startsWith("2026-12-09T"))))
                .andExpect(jsonPath("$.variables[?(@.name == 'caseReference')].values.[*].value")
                        .value(contains(reference)));
    }

    @Test
    void valuesAreShownAsPeopleWriteThem() throws Exception {
        processes.setVariable(instance, "told", true);
        processes.setVariable(instance, "told", false);
        processes.setVariable(instance, "told", java.util.Date.from(java.time.Instant.parse("2026-07-01T08:30:00Z")));
        processes.setVariable(instance, "told", 12);
        web.perform(get("/api/instances/" + instance + "/history").with(as("somebody", "process-manager")))
                .andExpect(jsonPath("$.variables[?(@.name == 'told')].values.[*].value")
                        .value(contains("yes", "no", "1 July 2026, 09:30", "12")));
    }

    @Test
    void nothingIsToldOfAVariableThatHasBeenRemoved() throws Exception {
        processes.setVariable(instance, "aside", "first confidence");
        processes.setVariable(instance, "aside", "second confidence");
        web.perform(get("/api/instances/" + instance + "/history").with(as("somebody", "process-manager")))
                .andExpect(jsonPath("$.variables[?(@.name == 'aside')].values.[*].value")
                        .value(contains("first confidence", "second confidence")));
        processes.removeVariable(instance, "aside");
        web.perform(get("/api/instances/" + instance + "/history").with(as("somebody", "process-manager")))
                .andExpect(content().string(not(containsString("confidence"))));
    }

    @Test
    void valuesAreRemovedWithTheRestOfTheHistory() {
        accept();
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        reference,
                        "change",
                        "CHANGE_RAG",
                        "rag",
                        "AMBER",
                        "agreedWith",
                        "Dr Test",
                        "reason",
                        "Because."));
        assertThat(jdbc.sql("""
                select distinct d.removal_time_ = p.removal_time_ from act_hi_detail d join act_hi_procinst p on p.id_ = d.proc_inst_id_
                where p.business_key_ = :reference and p.proc_def_key_ = 'case-change'""")
                        .param("reference", reference)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    private void accept() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "RED",
                "overrideReason",
                "Seen.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Cover the post.",
                "sessionsAWeek",
                1,
                "expectedStart",
                "2026-12-14",
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    @Test
    void theHeatMapShowsHowManyWaitAndHowManyPassed() throws Exception {
        String definition = jdbc.sql("select proc_def_id_ from act_ru_task where id_ = :id")
                .param("id", task)
                .query(String.class)
                .single();
        web.perform(get("/api/definitions/" + definition + "/heat").with(as("somebody", "process-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.activity == 'userTask_assessRequest')].waiting")
                        .value(org.hamcrest.Matchers.hasItem(org.hamcrest.Matchers.greaterThanOrEqualTo(1))));
    }

    @Test
    void monitoringReadsTheGaugesWithItsTokenAndNobodyElseDoes() throws Exception {
        web.perform(get("/actuator/prometheus")).andExpect(status().isUnauthorized());
        web.perform(get("/actuator/prometheus").header("Authorization", "Bearer wrong"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/actuator/prometheus").with(as("admin", "camunda-admin")))
                .andExpect(status().isForbidden());
        web.perform(get("/actuator/prometheus").header("Authorization", "Bearer metrics-of-tests"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("rovingpm_stuck_cases{cause=\"overdueTask\",rag=\"")))
                .andExpect(content().string(not(containsString(reference))))
                .andExpect(content().string(not(containsString("Z97201"))));
        web.perform(get("/actuator/metrics").header("Authorization", "Bearer metrics-of-tests"))
                .andExpect(status().isUnauthorized());
    }
}
