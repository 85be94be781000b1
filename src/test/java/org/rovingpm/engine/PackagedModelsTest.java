package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.deployment.PackagedModels;
import org.rovingpm.fixture.ApplicationTest;
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
                        "support-case",
                        "manager-matching",
                        "job-plan-approval",
                        "weekly-check-in",
                        "case-closure",
                        "case-change");
    }

    @Test
    void areNotPutInForceAgainByAnotherStart() {
        assertThat(models.putInForce()).isEmpty();
    }

    @Test
    void neverReplaceWhatAManagerHasDeployed() {
        String packaged = content("case-closure");
        repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString("case-closure.bpmn", packaged.replace("Write closing report", "Write final report"))
                .deploy();
        int managersVersion = latest("case-closure");

        assertThat(models.putInForce()).isEmpty();
        assertThat(latest("case-closure")).isEqualTo(managersVersion);
    }

    @Test
    void areReplacedByAnUpgradeWhereNoManagerHasChangedThem() {
        assertThat(models.putInForce(upgrade())).containsExactly("case-closure.bpmn");
    }

    @Test
    void areNotReplacedByAnInstanceOfAnEarlierVersion() {
        models.putInForce(upgrade());
        int upgraded = latest("case-closure");

        assertThat(models.putInForce()).isEmpty();
        assertThat(latest("case-closure")).isEqualTo(upgraded);
    }

    private static Map<String, byte[]> upgrade() {
        return Map.of(
                "case-closure.bpmn",
                content("case-closure")
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
