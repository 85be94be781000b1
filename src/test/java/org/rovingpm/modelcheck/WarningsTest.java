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
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.funding.FundChangeProcess;
import org.rovingpm.modelcheck.file.Finding;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.process.ModelsRefused;
import org.rovingpm.practice.PracticeRegisterRefreshProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is accepted and said all the same, and how it reaches whoever wants to know; and what is looked at besides the
 * files themselves.
 */
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

    private List<String> warnings(ChangedModel... models) {
        Report report = check.check(Arrays.stream(models)
                .map(model -> new ModelFile(model.file(), model.bytes()))
                .toList());
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
                        .rename(SupportCaseProcess.Elements.ASSESS_REQUEST, "userTask_lookAtRequest")))
                .singleElement()
                .asString()
                .startsWith(
                        "support-case.bpmn: “Support case” (support-case) no longer has the step “Assess request” (userTask_assessRequest), at which ")
                .contains("give it its old id");
    }

    @Test
    void aStepThatIsRenamedWhileNoCaseIsAtIt() {
        assertThat(warnings(ChangedModel.of("fund-change.bpmn")
                        .rename(FundChangeProcess.Elements.FUND_UP_TO_DATE, "endEvent_fundChanged")))
                .isEmpty();
    }

    @Test
    void aTaskWithoutALabel() {
        assertThat(warnings(ChangedModel.of("case-closure.bpmn")
                        .set(CaseClosureProcess.Elements.RECONCILE_MONEY, "name", null)))
                .containsExactly(
                        "case-closure.bpmn: userTask_reconcileMoney has no label: people see it in their task lists and reports by this name.");
    }

    private static ChangedModel renamedClosingReport() {
        return ChangedModel.of("case-closure.bpmn")
                .set(CaseClosureProcess.Elements.WRITE_CLOSING_REPORT, "name", "Write the final report");
    }

    private static ChangedModel levelOf(String row, String step) {
        return ChangedModel.of("service-levels.dmn").text("inputEntry_serviceLevels_" + row, "text", step);
    }

    @Test
    void aTaskWithANewNameWhoseServiceLevelHasTheOldOne() {
        assertThat(warnings(renamedClosingReport()))
                .containsExactly(
                        "case-closure.bpmn: “Write the final report” (userTask_writeClosingReport) was called “Write closing report”, "
                                + "and its row in the table “service-levels” still has that name, which stays in use: give the row the new name too.");
    }

    @Test
    void noTaskWhoseServiceLevelHasTheNewNameToo() {
        assertThat(warnings(renamedClosingReport(), levelOf("23_1", "\"Write the final report\"")))
                .isEmpty();
    }

    @Test
    void aNewTaskWithoutAServiceLevel() {
        assertThat(warnings(ChangedModel.of("case-closure.bpmn")
                        .inFlow("flow_writeClosingReport_reconcileMoney", "userTask_ringThePractice", """
                        <bpmn:userTask id="userTask_ringThePractice" name="Ring the practice" camunda:candidateGroups="coordinator"/>""")))
                .containsExactly(
                        "case-closure.bpmn: “Ring the practice” (userTask_ringThePractice) has no row by its name in the table “service-levels”: "
                                + "add a row “Ring the practice”. Without one, the time of its earlier name applies, or else that of any other step.");
    }

    @Test
    void noTaskThatSaysItselfWhenItIsDue() {
        assertThat(warnings(renamedClosingReport()
                        .set(CaseClosureProcess.Elements.WRITE_CLOSING_REPORT, "camunda:dueDate", "P2D")))
                .isEmpty();
    }

    @Test
    void aServiceLevelOfATaskThatNoProcessHasAndTheTaskThatHasNone() {
        assertThat(warnings(levelOf("1_1", "\"Asess request\"")))
                .containsExactly(
                        "service-levels.dmn: “Service levels” (service-levels) has a row “Asess request”, and no process has a user task of "
                                + "this name: write it as in the process, or take the row out once no case runs in a version that has the task.",
                        "service-levels.dmn: “Service levels” (service-levels) has no row “Assess request”, which is a user task of “support-case”: "
                                + "add it. Without one, the time of its earlier name applies, or else that of “Any other step”.");
    }

    @Test
    void aStuckLimitThatNothingAsksFor() {
        ChangedModel limits = ChangedModel.of("stuck-limits.dmn");
        assertThat(warnings(limits.text("inputEntry_stuckLimits_1_1", "text", "\"Failed step\",\"Bad luck\"")))
                .singleElement()
                .asString()
                .contains("has a row “Bad luck”, which the scheme never uses", "“Any other cause”, “Failed step”");
    }

    @ParameterizedTest
    @CsvSource({"0 0 * ? * MON-SUN, 60 minutes", "R/PT1H, 60 minutes", "0 0 5 * * *, 24 hours"})
    void aTimerThatFiresMuchOftener(String cycle, String every) {
        assertThat(warnings(ChangedModel.of("practice-register-refresh.bpmn")
                        .text(PracticeRegisterRefreshProcess.Timers.REFRESH_DUE, "timeCycle", cycle)))
                .containsExactly(
                        ("practice-register-refresh.bpmn: “Refresh due” (startEvent_refreshDue) now fires every %s instead of every 7 days: "
                                        + "check that this is intended.")
                                .formatted(every));
    }

    @Test
    void noTimerThatFiresAtAnotherHour() {
        assertThat(warnings(ChangedModel.of("practice-register-refresh.bpmn")
                        .text(PracticeRegisterRefreshProcess.Timers.REFRESH_DUE, "timeCycle", "0 0 4 ? * TUE")))
                .isEmpty();
    }

    @Test
    void areAnnouncedWithTheDeployment() {
        String deployment = deployment(Change.good("")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .set(CaseClosureProcess.Elements.RECONCILE_MONEY, "name", null)))
                .deploy()
                .getId();

        assertThat(events.stream(ModelsAccepted.class)).singleElement().satisfies(accepted -> {
            assertThat(accepted.deployment()).isEqualTo(deployment);
            assertThat(accepted.files()).containsExactly("case-closure.bpmn");
            assertThat(accepted.warnings())
                    .extracting(Finding::element)
                    .containsExactly(CaseClosureProcess.Elements.RECONCILE_MONEY);
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
