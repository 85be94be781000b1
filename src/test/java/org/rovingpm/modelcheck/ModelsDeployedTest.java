package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes that a manager deploys from the Modeler, by the call that it makes: good ones are put in force, bad ones leave nothing behind. */
@ApplicationTest
class ModelsDeployedTest {

    private static final List<String> TABLES = List.of(
            "act_re_deployment",
            "act_ge_bytearray",
            "act_re_procdef",
            "act_re_decision_def",
            "act_re_camformdef",
            "act_ru_job",
            "act_ru_event_subscr");

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcClient jdbc;

    private List<String> before;

    @BeforeEach
    void noteWhatIsInForce() {
        before = deployments();
    }

    @AfterEach
    void putThePackagedVersionsBackInForce() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> models.deleteDeployment(deployment, true));
    }

    static Stream<Change> goodChanges() {
        return GoodChanges.all();
    }

    static Stream<Change> badChanges() {
        return BadChanges.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodChanges")
    void isPutInForce(Change change) {
        HttpResponse<String> answer = deploy(change.files());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Browser.json(answer).get("name").asText()).isEqualTo("by a test");
        assertThat(deployments()).hasSize(before.size() + 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badChanges")
    void isRefusedAndLeavesNothingBehind(Change change) {
        List<Long> rows = rows();
        HttpResponse<String> answer = deploy(change.files());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode read = Browser.json(answer);
        assertThat(read.get("message").asText()).contains(change.answer());
        assertThat(read.get("message").asText().lines())
                .allMatch(line -> change.files().keySet().stream().anyMatch(file -> line.startsWith(file + ": ")));
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        HttpResponse<String> answer = deploy(Map.of(
                "job-plan-approval.bpmn",
                        ChangedModel.of("job-plan-approval.bpmn")
                                .set(JobPlanApprovalProcess.Elements.PLAN_SUBMITTED, "default", null)
                                .withoutIn(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "taskListener")
                                .bytes(),
                "approve-spending.form",
                        ChangedForm.of("approve-spending").without("answer").bytes(),
                "approval-level.dmn",
                        ChangedModel.of("approval-level.dmn")
                                .without("rule_approvalLevel_4")
                                .bytes()));

        assertThat(Browser.json(answer)
                        .get("message")
                        .asText()
                        .lines()
                        .map(line -> line.replaceFirst("( has [a-z]+ [a-z]+| is missing).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "job-plan-approval.bpmn: “Plan submitted?” (gateway_planSubmitted) has no default",
                        "job-plan-approval.bpmn: “Approve job plan” (userTask_approveJobPlan) has lost its",
                        "approve-spending.form: “Do you approve the spending?” (answer) is missing",
                        "approval-level.dmn: “Approval level” (approval-level) has no rule");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PROCESS_MANAGER", "ADMINISTRATOR"})
    void onlyAProcessManagerDeploys(Role role) {
        HttpResponse<String> answer = Api.as(people.with(role), Api.Door.PROGRAMS, port)
                .deploy(Map.of(
                        "take-a-second-look.form", GoodChanges.secondLook().bytes()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(deployments()).isEqualTo(before);
    }

    private HttpResponse<String> deploy(Map<String, byte[]> files) {
        return Api.as(people.with(Role.PROCESS_MANAGER), Api.Door.PROGRAMS, port)
                .deploy(files);
    }

    private List<String> deployments() {
        return models.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private List<Long> rows() {
        return TABLES.stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
