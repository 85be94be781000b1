package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.engine.deployment.PackagedModels;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class PackagedModelsTest {

    @Autowired
    private PackagedModels models;

    @Autowired
    private RepositoryService repository;

    @Test
    void areInForceAfterTheStart() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(definition -> definition.getKey())
                .contains(
                        SupportCaseProcess.KEY,
                        ManagerMatchingProcess.KEY,
                        JobPlanApprovalProcess.KEY,
                        WeeklyCheckInProcess.KEY,
                        CaseClosureProcess.KEY,
                        CaseChangeProcess.KEY);
    }

    @Test
    void areNotPutInForceAgainByAnotherStart() {
        assertThat(models.putInForce()).isEmpty();
    }

    @Test
    void neverReplaceWhatAManagerHasDeployed() {
        String packaged = content(CaseClosureProcess.KEY);
        repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString("case-closure.bpmn", packaged.replace("Write closing report", "Write final report"))
                .deploy();
        int managersVersion = latest(CaseClosureProcess.KEY);

        assertThat(models.putInForce()).isEmpty();
        assertThat(latest(CaseClosureProcess.KEY)).isEqualTo(managersVersion);
    }

    @Test
    void areReplacedByAnUpgradeWhereNoManagerHasChangedThem() {
        assertThat(models.putInForce(upgrade())).containsExactly("case-closure.bpmn");
    }

    @Test
    void areNotReplacedByAnInstanceOfAnEarlierVersion() {
        models.putInForce(upgrade());
        int upgraded = latest(CaseClosureProcess.KEY);

        assertThat(models.putInForce()).isEmpty();
        assertThat(latest(CaseClosureProcess.KEY)).isEqualTo(upgraded);
    }

    private static Map<String, byte[]> upgrade() {
        return Map.of(
                "case-closure.bpmn",
                content(CaseClosureProcess.KEY)
                        .replace("Write closing report", "A newer template")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private int latest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String content(String process) {
        try {
            return new ClassPathResource("processes/" + process + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
