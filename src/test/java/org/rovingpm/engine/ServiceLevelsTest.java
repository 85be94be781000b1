package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ServiceLevelsTest {

    private static final Instant MONDAY_AT_NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final String AFTER_AN_HOUR = "2026-11-23T10:00:00Z";
    private static final String AFTER_FOUR_HOURS = "2026-11-23T13:00:00Z";
    private static final String AFTER_A_DAY = "2026-11-23T17:00:00Z";
    private static final String AFTER_THREE_DAYS = "2026-11-25T17:00:00Z";
    private static final String AFTER_A_WEEK = "2026-11-27T17:00:00Z";

    @Autowired
    private ServiceLevels serviceLevels;

    @Autowired
    private RepositoryService repository;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void putThePackagedVersionsBackInForce() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    private static String packaged(String file) {
        try {
            return Files.readString(Path.of("processes", file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The service levels with another name of a step, and an hour for it in a red case. */
    private static String anHourFor(String step, String name) {
        return packaged("service-levels.dmn")
                .replaceFirst(
                        "(?s)<text>\"%s\"</text>(.*?)<text>\\d+</text>".formatted(step),
                        "<text>\"%s\"</text>$1<text>1</text>".formatted(name));
    }

    private static String renamed(String name) {
        return packaged("case-closure.bpmn").replace("name=\"Write closing report\"", "name=\"%s\"".formatted(name));
    }

    private void deploy(String... filesAndContents) {
        DeploymentBuilder deployment = repository.createDeployment();
        for (int i = 0; i < filesAndContents.length; i += 2) {
            deployment.addString(filesAndContents[i], filesAndContents[i + 1]);
        }
        deployments.add(deployment.deploy().getId());
    }

    private String inForce(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Instant due(String rag, String version, String task) {
        return serviceLevels.due(rag, version, task, MONDAY_AT_NINE);
    }

    private Instant closingReportDue(String version) {
        return due("RED", version, CaseClosureProcess.Elements.WRITE_CLOSING_REPORT);
    }

    @Test
    void aTaskIsDueByTheRowOfItsNameAndTheRatingOfItsCase() {
        String closure = inForce(CaseClosureProcess.KEY);
        String support = inForce(SupportCaseProcess.KEY);

        assertThat(closingReportDue(closure)).isEqualTo(AFTER_A_WEEK);
        assertThat(due("RED", support, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isEqualTo(AFTER_FOUR_HOURS);
        assertThat(due("GREEN", support, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isEqualTo(AFTER_A_WEEK);
        assertThat(due(null, support, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isEqualTo(AFTER_THREE_DAYS);
    }

    @Test
    void whatHasNoRowTakesTheTimeOfAnyOtherStep() {
        deploy(
                "case-closure.bpmn",
                packaged("case-closure.bpmn")
                        .replace(CaseClosureProcess.Elements.WRITE_CLOSING_REPORT, "userTask_sumUp")
                        .replace("name=\"Write closing report\"", "name=\"Sum up\""));

        assertThat(due("RED", inForce(CaseClosureProcess.KEY), "userTask_sumUp"))
                .isEqualTo(AFTER_A_DAY);
        assertThat(due("AMBER", inForce(CaseClosureProcess.KEY), "userTask_sumUp"))
                .isEqualTo(AFTER_THREE_DAYS);
        assertThat(due(null, inForce(CaseClosureProcess.KEY), "userTask_sumUp")).isEqualTo(AFTER_THREE_DAYS);
    }

    @Test
    void aManagersVersionCountsFromTheMomentItIsInForce() {
        String version = inForce(SupportCaseProcess.KEY);
        assertThat(due("RED", version, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isEqualTo(AFTER_FOUR_HOURS);

        deploy("service-levels.dmn", anHourFor("Assess request", "Assess request"));
        assertThat(due("RED", version, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isEqualTo(AFTER_AN_HOUR);

        repository.deleteDeployment(deployments.remove(0), true);
        assertThat(due("RED", version, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isEqualTo(AFTER_FOUR_HOURS);
    }

    @Test
    void aTaskKeepsItsTimeWhenOnlyTheProcessHasItsNewName() {
        deploy("case-closure.bpmn", renamed("Write the final report"));

        assertThat(closingReportDue(inForce(CaseClosureProcess.KEY))).isEqualTo(AFTER_A_WEEK);
    }

    @Test
    void aCaseInAnEarlierVersionFindsTheRowUnderTheNewName() {
        String before = inForce(CaseClosureProcess.KEY);
        assertThat(closingReportDue(before)).isEqualTo(AFTER_A_WEEK);

        deploy(
                "case-closure.bpmn",
                renamed("Write the final report"),
                "service-levels.dmn",
                anHourFor("Write closing report", "Write the final report"));

        assertThat(closingReportDue(before)).isEqualTo(AFTER_AN_HOUR);
        assertThat(closingReportDue(inForce(CaseClosureProcess.KEY))).isEqualTo(AFTER_AN_HOUR);
    }

    @Test
    void theTableMayHaveTheNewNameFirst() {
        String before = inForce(CaseClosureProcess.KEY);
        deploy("service-levels.dmn", anHourFor("Write closing report", "Write the final report"));
        assertThat(closingReportDue(before)).isEqualTo(AFTER_A_DAY);

        deploy("case-closure.bpmn", renamed("Write the final report"));

        assertThat(closingReportDue(before)).isEqualTo(AFTER_AN_HOUR);
    }

    @Test
    void aNameOnTwoLinesIsTheSameName() {
        deploy("case-closure.bpmn", renamed("Write&#10;closing report"));

        assertThat(closingReportDue(inForce(CaseClosureProcess.KEY))).isEqualTo(AFTER_A_WEEK);
    }
}
