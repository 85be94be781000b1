package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.ApplicationTest;
import org.rovingpm.Scheme;
import org.rovingpm.modelcheck.process.ModelsRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** What is accepted and said all the same, and how it reaches whoever wants to know; and what is looked at besides the files themselves. */
@ApplicationTest
@RecordApplicationEvents
@Transactional
class WarningsTest {

    @Autowired
    private RepositoryService models;

    @Autowired
    private CheckModels check;

    @Autowired
    private Scheme scheme;

    @Autowired
    private ApplicationEvents events;

    private List<String> warnings(ChangedModel model) {
        Report report = check.check(List.of(new ModelFile(model.file(), model.bytes())));
        assertThat(report.problems()).isEmpty();
        return report.warnings().stream().map(Finding::toString).toList();
    }

    private DeploymentBuilder deployment(Change change) {
        DeploymentBuilder deployment = models.createDeployment().name("by a test");
        change.files().forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        return deployment;
    }

    @Test
    void aStepThatIsRenamedWhileCasesStandAtIt() {
        scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99043")));

        assertThat(warnings(ChangedModel.of("support-case.bpmn")
                        .rename("userTask_assessRequest", "userTask_lookAtRequest")))
                .singleElement()
                .asString()
                .startsWith(
                        "support-case.bpmn: “Support case” (support-case) no longer has the step “Assess request” (userTask_assessRequest), at which ")
                .contains("give it its old id");
    }

    @Test
    void aStepThatIsRenamedWhileNoCaseStandsAtIt() {
        assertThat(warnings(
                        ChangedModel.of("fund-change.bpmn").rename("endEvent_fundUpToDate", "endEvent_fundChanged")))
                .isEmpty();
    }

    @Test
    void aTaskWithoutALabel() {
        assertThat(warnings(ChangedModel.of("case-closure.bpmn").set("userTask_reconcileMoney", "name", null)))
                .containsExactly(
                        "case-closure.bpmn: userTask_reconcileMoney has no label: people see it in their task lists and reports by this name.");
    }

    @ParameterizedTest
    @CsvSource({"0 0 * ? * MON-SUN, 60 minutes", "R/PT1H, 60 minutes", "0 0 5 * * *, 24 hours"})
    void aTimerThatFiresMuchOftener(String cycle, String every) {
        assertThat(warnings(ChangedModel.of("practice-register-refresh.bpmn")
                        .text("startEvent_refreshDue", "timeCycle", cycle)))
                .containsExactly(
                        ("practice-register-refresh.bpmn: “Refresh due” (startEvent_refreshDue) fires every %s now, and every 7 days before: "
                                        + "look whether that is meant.")
                                .formatted(every));
    }

    @Test
    void noTimerThatFiresAtAnotherHour() {
        assertThat(warnings(ChangedModel.of("practice-register-refresh.bpmn")
                        .text("startEvent_refreshDue", "timeCycle", "0 0 4 ? * TUE")))
                .isEmpty();
    }

    @Test
    void areAnnouncedWithTheDeployment() {
        String deployment = deployment(Change.good("")
                        .with(ChangedModel.of("case-closure.bpmn").set("userTask_reconcileMoney", "name", null)))
                .deploy()
                .getId();

        assertThat(events.stream(ModelsAccepted.class)).singleElement().satisfies(accepted -> {
            assertThat(accepted.deployment()).isEqualTo(deployment);
            assertThat(accepted.files()).containsExactly("case-closure.bpmn");
            assertThat(accepted.warnings()).extracting(Finding::element).containsExactly("userTask_reconcileMoney");
        });
    }

    @Test
    void aFormAloneMustNotBreakTheProcessThatAsksIt() {
        deployment(Change.good("")
                        .with("take-a-second-look", GoodChanges.secondLook())
                        .with(GoodChanges.oneMoreApproval()))
                .deploy();

        assertThatThrownBy(() -> deployment(Change.bad("", "")
                                .with(
                                        "take-a-second-look",
                                        GoodChanges.secondLook().without("secondLookApproved")))
                        .deploy())
                .isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("With this form the process “job-plan-approval” would break")
                .hasMessageContaining("“secondLookApproved”, which nobody sets");
    }

    @Test
    void whatIsDeployedAgainFromAnEarlierDeploymentIsCheckedToo() {
        String deployment = deployment(Change.good("")
                        .with("take-a-second-look", GoodChanges.secondLook())
                        .with(GoodChanges.oneMoreApproval()))
                .deploy()
                .getId();
        String resource = models.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.endsWith(".bpmn"))
                .findFirst()
                .orElseThrow();
        events.clear();

        models.createDeployment()
                .addDeploymentResourceByName(deployment, resource)
                .deploy();

        assertThat(events.stream(ModelsAccepted.class))
                .extracting(ModelsAccepted::files)
                .containsExactly(Arrays.asList(resource));
    }
}
