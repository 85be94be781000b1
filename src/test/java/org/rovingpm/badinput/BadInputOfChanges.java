package org.rovingpm.badinput;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.badinput.BadInputJourney.Stop;
import org.rovingpm.engine.deployment.PackagedModels;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.modelchange.ChangeReviewProcess;
import org.rovingpm.modelchange.ChangedModels;
import org.rovingpm.modelchange.ModelChanges;
import org.rovingpm.modelchange.RecordModelChange;
import org.springframework.context.ApplicationContext;

/** The forms of those who change processes: a change of theirs, an upgrade that meets it, and a change that waits. */
final class BadInputOfChanges {

    private static final String FILE = "change-fund.form";
    private static final String LABEL = "Code of the fund";
    private static final AtomicInteger JOURNEYS = new AtomicInteger();

    private final ApplicationContext context;
    private final BadInputJourney journey;
    private final String processManager;

    /** Two journeys on one database change the form differently: the same change again would be no change. */
    private final int journeys = JOURNEYS.incrementAndGet();

    BadInputOfChanges(ApplicationContext context, BadInputJourney journey) {
        this.context = context;
        this.journey = journey;
        processManager = context.getBean(TestPeople.class).with(Role.PROCESS_MANAGER);
    }

    Stream<Stop> stops() {
        return Stream.of(
                task(
                                "review-change",
                                ChangeReviewProcess.Elements.REVIEW_CHANGE,
                                this::aManagerChangesAForm,
                                () -> Map.of("decision", "KEEP", "reason", "Better words"))
                        .but("back to no version", "decision", "GO_BACK")
                        .but("back to a version that there is not", "decision", "GO_BACK", "version", "77"),
                task(
                                "merge-process-change",
                                ChangeReviewProcess.Elements.MERGE_PROCESS_CHANGE,
                                this::anUpgradeBringsTheForm,
                                () -> Map.of("decision", "KEEP_OURS", "reason", "Ours says more"))
                        .but("a merged one that nobody has deployed", "decision", "DEPLOYED_MERGED"),
                task(
                        "approve-change",
                        ChangeReviewProcess.Elements.APPROVE_CHANGE,
                        this::aChangeIsHeld,
                        () -> Map.of("decision", "DROP", "reason", "Worse words")));
    }

    /** Gives the packaged form back to the tests that follow. */
    void cleanUp() {
        RepositoryService models = context.getBean(RepositoryService.class);
        models.createDeploymentQuery()
                .deploymentName(FILE)
                .list()
                .forEach(made -> models.deleteDeployment(made.getId(), true));
    }

    private void aManagerChangesAForm() {
        context.getBean(Scheme.class).as("process-manager", () -> context.getBean(RepositoryService.class)
                .createDeployment()
                .name(FILE)
                .source("Camunda Modeler")
                .addString(FILE, changedTo("Which pot?"))
                .deploy());
        meetLatest();
    }

    private void anUpgradeBringsTheForm() {
        context.getBean(PackagedModels.class).putInForce(Map.of(FILE, ChangedModels.bytes(changedTo("Which budget?"))));
        meetLatest();
    }

    private void aChangeIsHeld() {
        context.getBean(RecordModelChange.class)
                .held(Map.of(FILE, ChangedModels.bytes(changedTo("Which purse?"))), "process-manager");
        meetLatest();
    }

    private String changedTo(String label) {
        return ChangedModels.changed(FILE, LABEL, "%s (%d)".formatted(label, journeys));
    }

    private void meetLatest() {
        journey.reference = context.getBean(ModelChanges.class)
                .before(Long.MAX_VALUE, 1)
                .get(0)
                .name();
    }

    private Stop task(String form, String task, Runnable before, Supplier<Map<String, Object>> good) {
        return new Stop(form, task, null, processManager, false, Set.of(Role.PROCESS_MANAGER), before, good, Map.of());
    }
}
