package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.call.AllowedCalls;
import org.rovingpm.access.call.Call;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every count and statistic that the engine and Cockpit give, and the heat map that is ours: whoever has an interest in a case is
 * given one case less.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsOfEngineTest {

    private static final String PROCESS = "counted-case";
    private static final String STEP = "userTask_counted";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    /** What counts is the last part of an address. */
    private static final Set<String> COUNTING =
            Set.of("count", "statistics", "statistics-count", "candidate-group-count", "sum");

    /** Those that count no cases, or are tried elsewhere. */
    private static final Set<String> OTHERS = Set.of(
            // Definitions, deployments and people
            "/case-definition/count",
            "/decision-definition/count",
            "/decision-requirements-definition/count",
            "/deployment/count",
            "/job-definition/count",
            "/process-definition/count",
            COCKPIT + "/process-definition/statistics-count",
            "/group/count",
            "/user/count",
            "/authorization/count",
            // The lists themselves; what is in them is counted at the next, for which OpenTaskListsTest is
            "/filter/count",
            "/filter/{id}/count",
            // Batches, whatever they are made for; which cases they move is told on the page of the change
            "/batch/count",
            "/batch/statistics",
            "/batch/statistics/count",
            "/history/batch/count",
            // No model may have external tasks; the table has the policy as all others have (HiddenRowsTest), and so
            // have decisions
            "/external-task/count",
            "/history/decision-instance/count",
            // All that the engine has done since it was set up, for administrators, who see no case
            "/metrics/{name}/sum",
            // Asks for the right to see the tasks of every process, which nobody has
            "/task/report/candidate-group-count");

    /**
     * A question that counts, and where its answer has the number.
     *
     * @param body null to get it
     * @param list whether the answer is a list, in which the number is one of the process or step
     */
    private record Question(String listed, String address, String body, boolean list) {

        @Override
        public String toString() {
            return (body == null ? "GET " : "POST ") + listed;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    private Deployment deployment;
    private String definition;
    private CaseReference reference;
    private String instance;
    private Browser colleague;
    private Browser interested;

    @BeforeAll
    void aCaseThatWaitsAndFails() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .parallelGateway("gateway_fork")
                                .userTask(STEP)
                                .camundaCandidateGroups("coordinator")
                                .endEvent()
                                .moveToNode("gateway_fork")
                                .serviceTask("serviceTask_fails")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("#{releaseMoney}")
                                .endEvent()
                                .done())
                .deploy();
        definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        instance = started(reference);
        scheme.as("process-manager", () -> {
            runtime.suspendProcessInstanceById(instance);
            runtime.activateProcessInstanceById(instance);
            return null;
        });
        // Another case, that everybody sees
        started(new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED));
        colleague = signedIn(people.with(Role.PROCESS_MANAGER));
        String person = people.with(Role.PROCESS_MANAGER);
        declareInterest.declare(person, cases.get(reference).leadingPractice(), "My sister is a partner.");
        interested = signedIn(person);
    }

    private String started(CaseReference one) {
        String started = runtime.startProcessInstanceById(definition, one.value(), Map.of(CaseVariables.RAG, "RED"))
                .getId();
        String job = management
                .createJobQuery()
                .processInstanceId(started)
                .singleResult()
                .getId();
        // There is no plan whose money could be released
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);
        management.setJobRetries(job, 0);
        return started;
    }

    @AfterAll
    void removeThem() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        browser.get("/camunda/api/engine/engine/default/filter/count");
        return browser;
    }

    private static Question get(String listed, String parameters) {
        return new Question(listed, listed + "?" + parameters, null, false);
    }

    private static Question post(String listed, String body) {
        return new Question(listed, listed, body, false);
    }

    private static Question list(String listed) {
        return new Question(listed, listed, null, true);
    }

    Stream<Question> questions() {
        String ofProcess = "{\"processDefinitionId\":\"%s\"}".formatted(definition);
        return Stream.of(
                get("/task/count", "processDefinitionId=" + definition),
                post("/task/count", ofProcess),
                get("/process-instance/count", "processDefinitionId=" + definition),
                post("/process-instance/count", ofProcess),
                get("/job/count", "processDefinitionId=" + definition),
                post("/job/count", ofProcess),
                get("/incident/count", "processDefinitionId=" + definition),
                post("/variable-instance/count", "{\"processInstanceIdIn\":[\"%s\"]}".formatted(instance)),
                post("/history/task/count", ofProcess),
                get("/history/job-log/count", "processDefinitionId=" + definition),
                post("/history/job-log/count", ofProcess),
                get("/history/user-operation/count", "processInstanceId=" + instance),
                list("/process-definition/statistics"),
                new Question(
                        "/process-definition/{id}/statistics",
                        "/process-definition/%s/statistics".formatted(definition),
                        null,
                        true),
                new Question(
                        COCKPIT + "/process-definition/statistics",
                        COCKPIT + "/process-definition/statistics?firstResult=0&maxResults=500",
                        null,
                        true),
                post(COCKPIT + "/process-instance/count", ofProcess),
                get(COCKPIT + "/incident/count", "processDefinitionIdIn=" + definition),
                post(COCKPIT + "/incident/count", "{\"processDefinitionIdIn\":[\"%s\"]}".formatted(definition)));
    }

    private int number(Question question, Browser reader) {
        String address = question.address().startsWith("/camunda")
                ? question.address()
                : "/camunda/api/engine/engine/default" + question.address();
        JsonNode answer = Browser.json(
                question.body() == null ? reader.get(address) : reader.send("POST", address, question.body()));
        return question.list()
                ? StreamSupport.stream(answer.spliterator(), false)
                        .filter(row -> Set.of(definition, PROCESS, STEP)
                                .contains(
                                        row.path(row.has("key") ? "key" : "id").asText()))
                        .mapToInt(row -> row.path("instances").asInt())
                        .sum()
                : answer.path("count").asInt();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aHiddenCaseIsNotCounted(Question question) {
        int all = number(question, colleague);

        assertThat(all).as(question.address()).isPositive();
        assertThat(number(question, interested)).as(question.address()).isLessThan(all);
    }

    @Test
    void nothingElseOnTheListsCountsCases() {
        Set<String> tried = questions().map(Question::listed).collect(Collectors.toSet());
        assertThat(Stream.concat(
                                AllowedCalls.ofAllWithAnAccount().stream(),
                                Stream.of(Ability.values()).flatMap(ability -> AllowedCalls.of(ability).stream()))
                        .filter(call ->
                                COUNTING.contains(call.path().get(call.path().size() - 1)))
                        .map(Call::address)
                        .filter(address -> !OTHERS.contains(address)))
                .allMatch(tried::contains);
    }

    private List<Integer> heat(String person) {
        JsonNode heat = Browser.json(
                Api.as(person, Api.Door.PROGRAMS, port).call("GET", "/api/definitions/%s/heat".formatted(definition)));
        List<Integer> numbers = new ArrayList<>(List.of(0, 0));
        heat.forEach(step -> {
            numbers.set(0, numbers.get(0) + step.path("waiting").asInt());
            numbers.set(1, numbers.get(1) + step.path("failing").asInt());
        });
        return numbers;
    }

    @Test
    void aHiddenCaseIsNotOnTheHeatMap() {
        String manager = people.with(Role.PROCESS_MANAGER);
        List<Integer> before = heat(manager);

        declareInterest.declare(manager, cases.get(reference).leadingPractice(), "My sister is a partner.");

        assertThat(heat(manager)).containsExactly(before.get(0) - 1, before.get(1) - 1);
    }

    @Test
    void aConfidentialCaseIsOnTheHeatMapOfThoseWhoMendItAlone() {
        String manager = people.with(Role.PROCESS_MANAGER);
        String coordinator = people.with(Role.COORDINATOR);
        CaseReference confidential = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        started(confidential);
        List<Integer> before = heat(coordinator);
        assertThat(heat(manager)).isEqualTo(before);

        makeConfidential.make(
                confidential,
                new MakeConfidential.Form("A partner is accused.", List.of()),
                people.with(Role.SERVICE_MANAGER));

        assertThat(heat(manager)).isEqualTo(before);
        assertThat(heat(coordinator)).containsExactly(before.get(0) - 1, before.get(1) - 1);
    }
}
