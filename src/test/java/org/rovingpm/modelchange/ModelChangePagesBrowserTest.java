package org.rovingpm.modelchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.engine.deployment.PackagedModels;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** A process manager deploys from the Modeler, reviews the change in the browser, moves a running case, and takes it all back. */
class ModelChangePagesBrowserTest extends BrowserTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private CaseMoves moves;

    @Autowired
    private PackagedModels packagedModels;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();

    @AfterEach
    void removeAll() {
        cases.forEach(scheme::forget);
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        changes.before(Long.MAX_VALUE, 20).stream()
                .filter(change -> change.madeBy().startsWith("person") || change.isUpgrade())
                .forEach(change -> {
                    scheme.forget(change.name());
                    if (change.deployment() != null
                            && repository
                                            .createDeploymentQuery()
                                            .deploymentId(change.deployment())
                                            .count()
                                    > 0) {
                        repository.deleteDeployment(change.deployment(), true);
                    }
                });
    }

    private ModelChange deployFromModeler(String modeller, String file, String content) {
        assertThat(Api.as(modeller, Api.Door.PROGRAMS, port)
                        .deploy(file, content)
                        .statusCode())
                .isEqualTo(200);
        return changes.before(Long.MAX_VALUE, 1).get(0);
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void work(ModelChange change) {
        Batch batch = management
                .createBatchQuery()
                .batchId(moves.of(change.id()).get(0).batch())
                .singleResult();
        management
                .createJobQuery()
                .jobDefinitionId(batch.getSeedJobDefinitionId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void open(ModelChange change) {
        page.navigate("/changes/" + change.id());
    }

    @Test
    void aChangedMainProcessIsReviewedMovedAndTakenBack() {
        String modeller = people.with(Role.PROCESS_MANAGER);
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("M71001")));
        cases.add(reference);
        deployFromModeler(modeller, ChangedSupportCase.FORM_FILE, ChangedSupportCase.FORM);
        ModelChange change = deployFromModeler(modeller, ChangedSupportCase.FILE, ChangedSupportCase.MODEL);
        signIn(modeller, TestPeople.PASSWORD);
        page.navigate("/privacy");
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);

        open(change);
        assertThat(page.getByText("User task “Approve assessment” was added.")).isVisible();
        assertThat(page.getByText("leads to “Approve assessment” instead of “Request accepted?”."))
                .isVisible();
        Locator drawn = page.locator("[data-drawn]");
        assertThat(drawn).hasCount(2);
        assertThat(page.locator("[data-title$='Now'] .different-added[data-element-id='userTask_approveAssessment']"))
                .isVisible();
        assertThat(page.locator("[data-title$='Before'] .djs-element[data-element-id='userTask_assessRequest']"))
                .isVisible();
        assertThat(page.locator("[data-title$='Before'] .different-added")).hasCount(0);
        // The drawing library writes a few styles into attributes, which are not applied: our style sheet has them
        assertThat(complaints)
                .as("what the browser complains of")
                .allMatch(text -> text.startsWith("Applying inline style violates"));
        assertThat(page.locator(".bjs-powered-by").first()).isVisible();
        press("Try it (changes nothing)");
        assertThat(page.getByRole(
                        AriaRole.ROW,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile(
                                        reference + " (Assess request \\(Coordinators, due [^)]*\\) ){2}Nothing"))))
                .isVisible();
        PublicPages.isUsableByEverybody(page, "change-tried");
        press("Move the cases");
        assertThat(page.getByText("The cases are now being moved, one after another."))
                .isVisible();
        work(change);
        assertThat(page.getByText("1 of 1 moved.")).isVisible();

        PublicPages.isUsableByEverybody(page, "change-moved");
        press("Decide");
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose what happens to the change.")))
                .isVisible();
        page.getByLabel("An earlier version is restored").check();
        page.getByLabel("Why?").fill("Assessments took a day longer");
        press("Decide");
        assertThat(page.getByText("It has been decided.")).isVisible();
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Earlier version restored")))
                .isVisible();

        ModelChange back = changes.before(Long.MAX_VALUE, 1).get(0);
        open(back);
        press("Move the cases");
        work(back);
        assertThat(page.getByText("1 of 1 moved.")).isVisible();
        String version = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(SupportCaseProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey(SupportCaseProcess.KEY)
                        .singleResult()
                        .getProcessDefinitionId())
                .isEqualTo(version);
        assertThat(scheme.openSteps(reference)).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
        page.navigate("/changes");
        PublicPages.isUsableByEverybody(page, "changes");
    }

    @Test
    void newCasesTakeAnApprovalWithAFormOfItsOwn() {
        String modeller = people.with(Role.PROCESS_MANAGER);
        deployFromModeler(modeller, ChangedSupportCase.FORM_FILE, ChangedSupportCase.FORM);
        deployFromModeler(modeller, ChangedSupportCase.FILE, ChangedSupportCase.MODEL);
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("M71002")));
        cases.add(reference);
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
                        "The digital team of the ICB"));
        assertThat(scheme.openSteps(reference)).containsExactly(ChangedSupportCase.STEP);
        scheme.complete(reference, ChangedSupportCase.STEP, "service-manager", Map.of("assessmentSeen", true));
        assertThat(scheme.openSteps(reference)).isEmpty();
    }

    @Test
    void aChangedDecisionShowsWhatItWouldHaveGivenOnPastCases() {
        String modeller = people.with(Role.PROCESS_MANAGER);
        cases.add(scheme.requestHelp("coordinator", scheme.request(scheme.practice("M71003"))));
        ModelChange change = deployFromModeler(
                modeller,
                "rag-rating.dmn",
                ChangedModels.packaged("rag-rating.dmn")
                        .replaceAll("(?s)<text>\"GREEN\"</text>", "<text>\"RED\"</text>")
                        .replaceAll("<text>\"AMBER\"</text>", "<text>\"RED\"</text>"));
        signIn(modeller, TestPeople.PASSWORD);
        open(change);
        assertThat(page.getByText("was “GREEN” and is now “RED”.").first()).isVisible();
        Locator row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(cases.get(0)));
        assertThat(row).isVisible();
        assertThat(row.getByRole(AriaRole.CELL).nth(3)).hasText("RED");
        assertThat(row.getByRole(AriaRole.CELL).nth(1))
                .hasText(row.getByRole(AriaRole.CELL).nth(2).innerText());
        PublicPages.isUsableByEverybody(page, "change-of-decision");
    }

    @Test
    void anUpgradeIsComparedWithOursAndWhatWasPackagedBefore() {
        String modeller = people.with(Role.PROCESS_MANAGER);
        String file = "job-plan-approval.bpmn";
        deployFromModeler(
                modeller, file, ChangedModels.changed(file, "name=\"Prepare job plan\"", "name=\"Write job plan\""));
        packagedModels.putInForce(Map.of(
                file,
                ChangedModels.bytes(ChangedModels.changed(
                        file, "name=\"Approve spending\"", "name=\"Approve &lt;b&gt;the spending\""))));
        ModelChange held = changes.before(Long.MAX_VALUE, 1).get(0);
        signIn(modeller, TestPeople.PASSWORD);
        open(held);
        assertThat(page.getByText("User task “Approve spending” is now called “Approve <b>the spending”."))
                .isVisible();
        assertThat(page.getByText("User task “Prepare job plan” is now called “Write job plan”."))
                .isVisible();
        assertThat(page.locator("[data-drawn]")).hasCount(3);
        assertThat(page.locator("[data-title$='Ours'] .different-changed[data-element-id='userTask_prepareJobPlan']"))
                .isVisible();
        assertThat(page.locator("[data-title$='Ours'] [class*='different-']")).hasCount(1);
        assertThat(page.locator(
                        "[data-title$='Packaged now'] .different-changed[data-element-id='userTask_approveSpending']"))
                .isVisible();
        press("Decide");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose which version to use.")))
                .isVisible();
        PublicPages.isUsableByEverybody(page, "merge-with-problem");
        page.getByLabel("Ours, as it is").check();
        page.getByLabel("Why?").fill("The packaged one can wait");
        press("Decide");
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Our version kept")))
                .isVisible();
    }
}
