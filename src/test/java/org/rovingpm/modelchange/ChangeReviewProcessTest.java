package org.rovingpm.modelchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.access.TestPeople;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.engine.deployment.PackagedModels;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.modelchange.difference.Difference;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a change: it stays, it is taken back, or it is merged with what an upgrade brought. */
@ApplicationTest
@Transactional
class ChangeReviewProcessTest {

    private static final String FILE = "case-closure.bpmn";
    private static final String MANAGERS =
            ChangedModels.changed(FILE, "name=\"Write closing report\"", "name=\"Write final report\"");
    private static final String NEXT_PACKAGED =
            ChangedModels.changed(FILE, "name=\"Reconcile money\"", "name=\"Reconcile the money\"");

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private PackagedModels packagedModels;

    @Autowired
    private DeployedModels models;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private RecordModelChange recordChange;

    @Autowired
    private DecideModelChange decideChange;

    @Autowired
    private TestPeople people;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private IdentityService identities;

    private ModelChange latest() {
        return changes.before(Long.MAX_VALUE, 1).stream().findFirst().orElse(null);
    }

    private ModelChange deploy(String content) {
        scheme.as("process-manager", () -> repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(FILE, content)
                .deploy());
        return latest();
    }

    private ModelChange upgrade(String content) {
        packagedModels.putInForce(Map.of(FILE, ChangedModels.bytes(content)));
        return latest();
    }

    private void review(ModelChange change, Map<String, Object> answers) {
        scheme.complete(change.name(), ChangeReviewProcess.Elements.REVIEW_CHANGE, "process-manager-2", answers);
    }

    private void merge(ModelChange change, String decision) {
        scheme.complete(
                change.name(),
                ChangeReviewProcess.Elements.MERGE_PROCESS_CHANGE,
                "process-manager",
                Map.of("decision", decision, "reason", "As agreed in the team"));
    }

    private ModelChange hold(String content) {
        recordChange.held(Map.of(FILE, ChangedModels.bytes(content)), "process-manager");
        return latest();
    }

    private void approve(ModelChange change, String who, String decision) {
        scheme.complete(
                change.name(),
                ChangeReviewProcess.Elements.APPROVE_CHANGE,
                who,
                Map.of("decision", decision, "reason", "As agreed in the team"));
    }

    private String inForce() {
        return new String(models.inForce(FILE, "").orElseThrow().content(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<ModelChangeStep.Kind> done(ModelChange change) {
        return changes.stepsOf(change.id()).stream().map(ModelChangeStep::what).toList();
    }

    private long openTasks() {
        return tasks.createTaskQuery()
                .processDefinitionKey(ChangeReviewProcess.KEY)
                .count();
    }

    @Test
    void everyFlowNodeIsPassed() {
        ModelChange kept = deploy(MANAGERS);
        review(kept, Map.of("decision", "KEEP", "reason", "Better words"));
        ModelChange held = upgrade(NEXT_PACKAGED);
        merge(held, "KEEP_OURS");
        ModelChange takenBack = deploy(MANAGERS.replace("final report", "last report"));
        review(
                takenBack,
                Map.of("decision", "GO_BACK", "version", RestoreEarlierVersion.BEFORE, "reason", "Worse words"));

        ModelChange waiting = hold(MANAGERS.replace("final report", "very last report"));
        approve(waiting, "process-manager-2", "DROP");

        assertThat(List.of(kept, held, takenBack, waiting).stream()
                        .flatMap(change -> scheme.passed(change.name(), ChangeReviewProcess.KEY).stream()))
                .containsAll(ProcessModel.flowNodes(ChangeReviewProcess.KEY));
        assertThat(inForce()).isEqualTo(MANAGERS);
    }

    @Test
    void aDeploymentOfAManagerIsReviewedByTheProcessManagersAndKnowsWhoMadeIt() {
        ModelChange change = deploy(MANAGERS);

        assertThat(change.madeBy()).isEqualTo("process-manager");
        assertThat(change.files()).containsExactly(FILE);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(change.name())
                        .taskCandidateGroup("process-manager")
                        .list())
                .singleElement()
                .satisfies(task -> assertThat(task.getName()).isEqualTo("Review change"));
        assertThat(changes.filesOf(change.id()).get(0).differences())
                .extracting(Difference::sentence)
                .containsExactly("User task “Write closing report” is now called “Write final report”.");
        assertThat(scheme.shown(change.name(), ChangeReviewProcess.Elements.REVIEW_CHANGE)
                        .get("differences")
                        .toString())
                .contains("Write final report");
        assertThatThrownBy(() -> scheme.complete(
                        change.name(),
                        ChangeReviewProcess.Elements.REVIEW_CHANGE,
                        "service-manager",
                        Map.of("decision", "KEEP", "reason", "Not mine to say")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodyDecidesAloneThatTheirOwnChangeStaysWhereThereIsASecondProcessManager() {
        ModelChange change = deploy(MANAGERS);
        DecideModelChange.Form keep = new DecideModelChange.Form(DecideModelChange.Decision.KEEP, null, "Better words");
        String second = people.with(Role.PROCESS_MANAGER);

        assertThatThrownBy(() -> decideChange.decide(change.id(), keep, "process-manager"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another process manager decides");
        decideChange.decide(change.id(), keep, second);
        assertThat(done(change)).containsExactly(ModelChangeStep.Kind.DEPLOYED, ModelChangeStep.Kind.KEPT);
    }

    @Test
    void theOnlyProcessManagerDecidesAndAnybodyTakesBackTheirOwnChange() {
        ModelChange takenBack = deploy(MANAGERS);
        people.with(Role.PROCESS_MANAGER);
        decideChange.decide(
                takenBack.id(),
                new DecideModelChange.Form(
                        DecideModelChange.Decision.GO_BACK, RestoreEarlierVersion.BEFORE, "Worse words"),
                "process-manager");
        assertThat(done(takenBack)).endsWith(ModelChangeStep.Kind.WENT_BACK);

        staff.of(Role.PROCESS_MANAGER).forEach(person -> identities.deleteMembership(person.id(), "process-manager"));
        ModelChange kept = deploy(MANAGERS);
        decideChange.decide(
                kept.id(),
                new DecideModelChange.Form(DecideModelChange.Decision.KEEP, null, "Better words"),
                "process-manager");
        assertThat(done(kept)).endsWith(ModelChangeStep.Kind.KEPT);
    }

    @Test
    void theWarningsAboutAnAcceptedChangeAreShownInItsReview() {
        ModelChange change = deploy(ChangedModels.changed(FILE, "name=\"Write closing report\"", "name=\"\""));

        assertThat(changes.warningsOf(change.id())).singleElement().asString().contains("has no label");
        assertThat(scheme.shown(change.name(), ChangeReviewProcess.Elements.REVIEW_CHANGE)
                        .get("differences")
                        .toString())
                .contains("has no label");
    }

    @Test
    void whatComesWithTheApplicationAndWhatChangesNothingIsNotReviewed() {
        long before = openTasks();
        upgrade(NEXT_PACKAGED);
        repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(FILE, NEXT_PACKAGED)
                .deploy();
        assertThat(openTasks()).isEqualTo(before);
    }

    @Test
    void goingBackPutsTheEarlierContentInForceAsTheNewestVersionAndIsReviewedItself() {
        ModelChange change = deploy(MANAGERS);
        ProcessDefinition managers = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(CaseClosureProcess.KEY)
                .latestVersion()
                .singleResult();
        review(
                change,
                Map.of(
                        "decision",
                        "GO_BACK",
                        "version",
                        RestoreEarlierVersion.BEFORE,
                        "reason",
                        "Staff did not understand it"));

        assertThat(inForce()).isEqualTo(ChangedModels.packaged(FILE));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(CaseClosureProcess.KEY)
                        .latestVersion()
                        .singleResult()
                        .getVersion())
                .isEqualTo(managers.getVersion() + 1);
        assertThat(done(change)).containsExactly(ModelChangeStep.Kind.DEPLOYED, ModelChangeStep.Kind.WENT_BACK);
        ModelChange back = latest();
        assertThat(back.id()).isGreaterThan(change.id());
        assertThat(back.madeBy()).isEqualTo("process-manager-2");
        assertThat(scheme.openSteps(back.name())).containsExactly(ChangeReviewProcess.Elements.REVIEW_CHANGE);
    }

    @Test
    void oneCanGoBackToAnyEarlierVersionAndToNoOther() {
        ModelChange first = deploy(MANAGERS);
        ModelChange second = deploy(MANAGERS.replace("final report", "last report"));
        String toFirst = FILE + "|" + first.deployment();

        assertThatThrownBy(() -> review(second, Map.of("decision", "GO_BACK", "reason", "Worse")))
                .hasMessageContaining("Choose the version to restore");
        assertThatThrownBy(() -> review(
                        second,
                        Map.of(
                                "decision",
                                "GO_BACK",
                                "version",
                                "support-case.bpmn|" + first.deployment(),
                                "reason",
                                "Worse")))
                .hasMessageContaining("Choose the version to restore");
        review(second, Map.of("decision", "GO_BACK", "version", toFirst, "reason", "Worse"));
        assertThat(inForce()).isEqualTo(MANAGERS);
    }

    @Test
    void aRestartNeverReplacesAManagersVersionAndAsksOnceAboutAnUpgrade() {
        deploy(MANAGERS);
        assertThat(packagedModels.putInForce()).isEmpty();
        ModelChange held = upgrade(NEXT_PACKAGED);
        long open = openTasks();
        upgrade(NEXT_PACKAGED);
        upgrade(NEXT_PACKAGED);

        assertThat(inForce()).isEqualTo(MANAGERS);
        assertThat(openTasks()).isEqualTo(open);
        assertThat(held.isUpgrade()).isTrue();
        assertThat(scheme.task(held.name(), ChangeReviewProcess.Elements.MERGE_PROCESS_CHANGE)
                        .getName())
                .isEqualTo("Merge process change");
        ChangedFile file = changes.filesOf(held.id()).get(0);
        assertThat(file.base()).isEqualTo(ChangedModels.bytes(ChangedModels.packaged(FILE)));
        assertThat(file.before()).isEqualTo(ChangedModels.bytes(MANAGERS));
        assertThat(file.after()).isEqualTo(ChangedModels.bytes(NEXT_PACKAGED));
        assertThat(file.upgraded())
                .extracting(Difference::sentence)
                .containsExactly("User task “Reconcile money” is now called “Reconcile the money”.");
        assertThat(file.managers())
                .extracting(Difference::sentence)
                .containsExactly("User task “Write closing report” is now called “Write final report”.");
    }

    @Test
    void thePackagedVersionCanBeTakenOverAndLaterUpgradesThenComeByThemselves() {
        deploy(MANAGERS);
        merge(upgrade(NEXT_PACKAGED), "TAKE_PACKAGED");
        assertThat(inForce()).isEqualTo(NEXT_PACKAGED);

        String later = NEXT_PACKAGED.replace("Reconcile the money", "Settle the money");
        assertThat(packagedModels.putInForce(Map.of(FILE, ChangedModels.bytes(later))))
                .containsExactly(FILE);
        assertThat(packagedModels.putInForce(Map.of(FILE, ChangedModels.bytes(NEXT_PACKAGED))))
                .as("an instance of the version before")
                .isEmpty();
    }

    @Test
    void aMergedVersionHasToBeDeployedFirst() {
        deploy(MANAGERS);
        ModelChange held = upgrade(NEXT_PACKAGED);
        assertThatThrownBy(() -> merge(held, "DEPLOYED_MERGED"))
                .hasMessageContaining("deploy the merged case-closure.bpmn from the Modeler first");

        deploy(MANAGERS.replace("name=\"Reconcile money\"", "name=\"Reconcile the money\""));
        merge(held, "DEPLOYED_MERGED");
        assertThat(done(held)).containsExactly(ModelChangeStep.Kind.UPGRADE_HELD, ModelChangeStep.Kind.MERGED);
    }

    @Test
    void theNextUpgradeIsComparedWithTheOneThatWasDecidedLast() {
        deploy(MANAGERS);
        merge(upgrade(NEXT_PACKAGED), "KEEP_OURS");
        ModelChange next = upgrade(NEXT_PACKAGED.replace("Reconcile the money", "Settle the money"));
        assertThat(changes.filesOf(next.id()).get(0).upgraded())
                .extracting(Difference::sentence)
                .containsExactly("User task “Reconcile the money” is now called “Settle the money”.");
    }

    @Test
    void whatALaterUpgradeHasReplacedCannotBeApplied() {
        deploy(MANAGERS);
        ModelChange first = upgrade(NEXT_PACKAGED);
        ModelChange second = upgrade(NEXT_PACKAGED.replace("Reconcile the money", "Settle the money"));
        assertThat(second.id()).isGreaterThan(first.id());
        assertThatThrownBy(() -> merge(first, "TAKE_PACKAGED"))
                .hasMessageContaining("A later upgrade has brought another case-closure.bpmn");
    }

    @Test
    void whatWasChangedBackToThePackagedVersionIsUpgradedLikeAnyOther() {
        ModelChange change = deploy(MANAGERS);
        review(change, Map.of("decision", "GO_BACK", "version", RestoreEarlierVersion.BEFORE, "reason", "Not good"));
        assertThat(packagedModels.putInForce(Map.of(FILE, ChangedModels.bytes(NEXT_PACKAGED))))
                .containsExactly(FILE);
    }

    @Test
    void theModelIsKnownByItsIdWhateverItsFileWasCalled() {
        scheme.as("process-manager", () -> repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString("diagram_1.bpmn", MANAGERS)
                .deploy());
        ModelChange change = latest();
        assertThat(change.files()).containsExactly(FILE);
        upgrade(NEXT_PACKAGED);
        assertThat(inForce()).isEqualTo(MANAGERS);
    }

    @Test
    void theRecordOnlyGrows() {
        ModelChange change = deploy(MANAGERS);
        review(change, Map.of("decision", "KEEP", "reason", "Better words"));
        assertThat(changes.stepsOf(change.id()))
                .extracting(ModelChangeStep::who)
                .containsExactly("process-manager", "process-manager-2");
        assertThat(changes.stepsOf(change.id()).get(1).why()).isEqualTo("Better words");
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId(ChangeReviewProcess.Elements.CHANGE_KEPT)
                        .list())
                .extracting(HistoricActivityInstance::getProcessDefinitionKey)
                .contains(ChangeReviewProcess.KEY);
    }

    @Test
    void aHeldChangeComesIntoForceAsTheWorkOfWhoeverMadeItAndNeedsNoOtherReview() {
        String before = inForce();
        ModelChange held = hold(MANAGERS);
        assertThat(inForce()).isEqualTo(before);
        long others = openTasks() - 1;

        approve(held, "process-manager-2", "PUT_IN_FORCE");

        assertThat(inForce()).isEqualTo(MANAGERS);
        assertThat(openTasks()).isEqualTo(others);
        assertThat(done(held)).containsExactly(ModelChangeStep.Kind.CHANGE_HELD, ModelChangeStep.Kind.PUT_IN_FORCE);
        assertThat(latest()).satisfies(deployed -> {
            assertThat(deployed.madeBy()).isEqualTo("process-manager");
            assertThat(deployed.decided()).isTrue();
        });
    }

    @Test
    void nobodyPutsTheirOwnHeldChangeInForceButTheyMayDropIt() {
        String before = inForce();
        ModelChange held = hold(MANAGERS);

        assertThatThrownBy(() -> approve(held, "process-manager", "PUT_IN_FORCE"))
                .hasMessageContaining("another process manager decides");
        approve(held, "process-manager", "DROP");

        assertThat(inForce()).isEqualTo(before);
        assertThat(done(held)).contains(ModelChangeStep.Kind.DROPPED);
    }

    @Test
    void aHeldChangeIsRefusedWhenAnotherVersionHasComeIntoForceSince() {
        ModelChange held = hold(MANAGERS);
        deploy(MANAGERS.replace("final report", "last report"));

        assertThatThrownBy(() -> approve(held, "process-manager-2", "PUT_IN_FORCE"))
                .hasMessageContaining("Another version of " + FILE);
    }

    @Test
    void theSameChangeWaitsOnceHoweverOftenItIsSent() {
        ModelChange held = hold(MANAGERS);

        assertThat(hold(MANAGERS).id()).isEqualTo(held.id());
        assertThat(hold(MANAGERS.replace("final report", "last report")).id()).isNotEqualTo(held.id());
    }
}
