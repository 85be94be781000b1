package org.rovingpm.jobplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a plan comes to while it is typed, over HTTP as Tasklist asks. */
@ApplicationTest
class PlanEstimateTest {

    private static final String PREPARE = JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private JdbcClient jdbc;

    private PlacementStory story;
    private String reference;
    private String manager;
    private String task;

    @BeforeEach
    void aPlanIsToBePrepared() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
        reference = story.reference.value();
        manager = people.with(Role.SERVICE_MANAGER);
        begin(false);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    private void begin(boolean variation) {
        processes.startProcessInstanceByKey(
                JobPlanApprovalProcess.KEY,
                reference,
                Map.of(
                        CaseVariables.CASE_REFERENCE,
                        reference,
                        CaseVariables.RAG,
                        "AMBER",
                        CaseVariables.ROVING_PM,
                        PlacementStory.PM,
                        JobPlanApprovalProcess.Variables.VARIATION,
                        variation));
        task = scheme.task(reference, PREPARE).getId();
    }

    private HttpResponse<String> ask(String person, String of, String typed) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        return browser.get("/api/plan-estimates/" + of + "?" + typed);
    }

    private List<String> sentences(String typed) {
        HttpResponse<String> answer = ask(manager, task, typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return StreamSupport.stream(Browser.json(answer).path("sentences").spliterator(), false)
                .map(sentence -> sentence.asText())
                .toList();
    }

    private String fund() {
        return "&fund=" + story.fund;
    }

    @Test
    void saysWhatTheFormWouldDoIfItWereSent() {
        assertThat(sentences("hours=75&hourlyRate=40" + fund()))
                .containsExactly(
                        "The plan costs £3,000.00.",
                        "The budget holder will not be asked.",
                        "The fund “%s” has £7,000.00 available after it.".formatted(story.fund));
        assertThat(story.submitted("75", "40").budgetHolderNeeded()).isFalse();
        assertThat(story.money().available()).isEqualByComparingTo("7000");
    }

    @Test
    void saysWhenTheBudgetHolderIsAskedAndWhatTheFundLacks() {
        assertThat(sentences("hours=150.5&hourlyRate=42.55" + fund()))
                .containsExactly(
                        "The plan costs £6,403.78.",
                        "The budget holder will be asked.",
                        "The fund “%s” has £3,596.22 available after it.".formatted(story.fund));
        assertThat(sentences("hours=200&hourlyRate=60" + fund()))
                .last()
                .isEqualTo("The fund “%s” has £10,000.00 left, and this plan needs £12,000.00.".formatted(story.fund));
    }

    @Test
    void saysWhatItCostsBeforeAFundIsChosen() {
        assertThat(sentences("hours=75&hourlyRate=40"))
                .containsExactly("The plan costs £3,000.00.", "The budget holder will not be asked.");
    }

    @Test
    void comparesAVariationWithThePlanInEffect() {
        scheme.forget(reference);
        story.inEffect("75", "40");
        begin(true);

        assertThat(sentences("hours=85&hourlyRate=40" + fund()))
                .containsExactly(
                        "The plan costs £3,400.00, £400.00 more than the plan in effect.",
                        "The budget holder will not be asked.",
                        "The fund “%s” has £6,600.00 available after it.".formatted(story.fund));
        assertThat(sentences("hours=140&hourlyRate=40")).contains("The budget holder will be asked.");
        assertThat(sentences("hours=75&hourlyRate=40"))
                .contains("The plan costs £3,000.00, as the plan in effect does.");
    }

    @Test
    void saysWhatHasBeenSpentAlready() {
        scheme.forget(reference);
        story.inEffect("75", "40");
        story.reported(story.today(), "10", null, Rag.AMBER, false);
        begin(true);

        assertThat(sentences("hours=5&hourlyRate=40" + fund()))
                .containsExactly(
                        "The plan costs £200.00, £2,800.00 less than the plan in effect.",
                        "£400.00 has been spent already: plan at least that much.");
    }

    @Test
    void storesNothing() {
        sentences("hours=75&hourlyRate=40" + fund());

        assertThat(story.money().committed()).isZero();
        assertThat(jdbc.sql("select count(*) from job_plan where case_reference = ?")
                        .param(reference)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(scheme.openSteps(reference)).containsExactly(PREPARE);
    }

    @Test
    void isForWhoeverHasTheTaskAlone() {
        for (Role role : List.of(
                Role.COORDINATOR, Role.ADMINISTRATOR, Role.PROCESS_MANAGER, Role.ROVING_PM, Role.COMMISSIONER)) {
            assertThat(ask(people.with(role), task, "hours=75&hourlyRate=40").statusCode())
                    .as(role.one())
                    .isEqualTo(404);
        }
        tasks.setAssignee(task, manager);
        assertThat(ask(people.with(Role.SERVICE_MANAGER), task, "hours=75&hourlyRate=40")
                        .statusCode())
                .as("a colleague of whoever has taken it")
                .isEqualTo(404);
        assertThat(sentences("hours=75&hourlyRate=40")).isNotEmpty();
    }

    @Test
    void isNotThereWithoutATaskOfThisKind() {
        assertThat(ask(manager, "no-such-task", "hours=75&hourlyRate=40").statusCode())
                .isEqualTo(404);
        String asked = task;
        story.submitted("75", "40");
        scheme.forget(reference);
        assertThat(ask(manager, asked, "hours=75&hourlyRate=40").statusCode()).isEqualTo(404);

        String other = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97331")));
        String assess =
                scheme.task(other, SupportCaseProcess.Elements.ASSESS_REQUEST).getId();
        String coordinator = people.with(Role.COORDINATOR);
        assertThat(ask(coordinator, assess, "hours=75&hourlyRate=40").statusCode())
                .isEqualTo(404);
        scheme.forget(other);
    }

    @Test
    void isNotThereInACaseThatIsHidden() {
        keepOut.keepOut(new KeepOut.Form(reference, manager, "A friend of the partner."), "service-manager");

        assertThat(ask(manager, task, "hours=75&hourlyRate=40").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hours=75",
                "hours=&hourlyRate=40",
                "hours=many&hourlyRate=40",
                "hours=75&hourlyRate=1e999999999",
                "hours=0&hourlyRate=40",
                "hours=-3&hourlyRate=40",
                "hours=2000.001&hourlyRate=40",
                "hours=75&hourlyRate=40&fund=NOWHERE",
                "hours=75&hourlyRate=40&fund=%00",
                "hours=75&hourlyRate=40&fund=A%0AB%E2%80%AEC",
                "hours=75&hourlyRate=40&fund=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void nonsenseIsRefusedInASentence(String typed) {
        HttpResponse<String> answer = ask(manager, task, typed);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Browser.json(answer).path("message").asText()).endsWith(".");
    }

    @Test
    void nobodyIsAnsweredWhoIsNotSignedIn() {
        assertThat(new Browser(port)
                        .get("/api/plan-estimates/" + task + "?hours=75&hourlyRate=40")
                        .statusCode())
                .isIn(302, 401);
    }
}
