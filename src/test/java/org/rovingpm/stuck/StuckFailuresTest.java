package org.rovingpm.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.delivery.ScriptedMailServer;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that fail and messages that do not arrive: found, understood, tried again, and gone. */
@ApplicationTest
@StartsAt
class StuckFailuresTest {

    private static final Viewer COORDINATOR = new Viewer("coordinator", Set.of("coordinator"));
    private static final Viewer PROCESS_MANAGER = new Viewer("process-manager", Set.of("process-manager"));
    private static final String SHORTLIST = ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST;

    @Autowired
    private StuckCases stuckCases;

    @Autowired
    private TryAgain tryAgain;

    @Autowired
    private RunningSteps steps;

    @Autowired
    private Scheme scheme;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private Timeline timeline;

    @Autowired
    private MailFixture mail;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
    private final List<String> cases = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() {
        cases.forEach(scheme::forget);
        mail.keep();
        server.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A case whose shortlist cannot be drawn up, because somebody has spoilt the number of the case in Cockpit. */
    private String failing(String practice) {
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice(practice)));
        cases.add(reference);
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "RED",
                "overrideReason",
                "Seen.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Cover the post.",
                "sessionsAWeek",
                1,
                "expectedStart",
                LocalDate.now(clock).plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
        Job job = job(reference, SHORTLIST);
        processes.setVariable(job.getProcessInstanceId(), CaseVariables.CASE_REFERENCE, "spoilt");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatThrownBy(() -> jobs.executeJob(job.getId()));
        }
        return reference;
    }

    private void mend(String reference) {
        processes.setVariable(
                job(reference, SHORTLIST).getProcessInstanceId(), CaseVariables.CASE_REFERENCE, reference);
    }

    private Job job(String reference, String activity) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(activity).list().stream())
                .findFirst()
                .orElseThrow();
    }

    private List<StuckCase> stuck(Viewer viewer, String reference) {
        return stuckCases.of(viewer, new StuckCaseFilter(null, null, null, reference), 0, 50);
    }

    @Test
    void aFailedStepIsFoundUnderstoodTriedAgainAndGone() {
        String reference = failing("Z97101");
        StuckCase failed = stuck(PROCESS_MANAGER, reference).get(0);
        assertThat(failed.cause()).isEqualTo(Cause.FAILED_STEP);
        assertThat(failed.step()).isEqualTo("Draw up shortlist");
        assertThat(failed.process()).startsWith("Manager matching, version ");
        assertThat(failed.why())
                .startsWith("The step “Draw up shortlist” of the process “Manager matching” failed for case "
                        + reference + ".")
                .contains("Tried 5 times so far. It is not retried automatically.", "retry the step");
        assertThat(steps.stackTrace(failed.id()).orElseThrow()).contains("at org.rovingpm.");

        assertThatThrownBy(() -> tryAgain.retry(COORDINATOR, failed.cause(), failed.id()))
                .hasMessageContaining("role may not do this");
        mend(reference);
        assertThat(tryAgain.retry(PROCESS_MANAGER, failed.cause(), failed.id())).contains("is being retried");
        assertThat(timeline.latest(new CaseReference(reference))).hasValueSatisfying(entry -> {
            assertThat(entry.what()).isEqualTo("Failed step retried");
            assertThat(entry.who()).isEqualTo("process-manager");
        });
        assertThat(stuck(PROCESS_MANAGER, reference)).isEmpty();
        assertThatThrownBy(() -> tryAgain.retry(PROCESS_MANAGER, failed.cause(), failed.id()))
                .hasMessageContaining("no longer stuck");
        jobs.executeJob(job(reference, SHORTLIST).getId());
    }

    @Test
    void aStepThatFailsInSeveralCasesIsToldOfItsVersionAndAllAreTriedAgainAtOnce() {
        List<String> failing = List.of(failing("Z97111"), failing("Z97112"), failing("Z97113"));
        StuckCase version = faulty().get(0);
        assertThat(version.failures()).isEqualTo(3);
        assertThat(version.step()).isEqualTo("Draw up shortlist");
        assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(Cause.FAULTY_VERSION, null, null, null), 0, 50))
                .as("not for coordinators")
                .isEmpty();

        assertThat(tryAgain.retryAll(PROCESS_MANAGER, version.id())).startsWith("3 failures");
        assertThat(faulty()).isEmpty();
        assertThat(failing).allSatisfy(reference -> assertThat(timeline.latest(new CaseReference(reference))
                        .orElseThrow()
                        .what())
                .isEqualTo("Failed step retried"));
        assertThatThrownBy(() -> tryAgain.retryAll(PROCESS_MANAGER, version.id()))
                .hasMessageContaining("no longer stuck");
    }

    @Test
    void aCaseThatIsHiddenFromTheReaderIsNotCountedAmongThoseThatFail() {
        failing("Z97114");
        failing("Z97115");
        failing("Z97116");
        scheme.account("process-manager-7", "process-manager");
        declareInterest.declare("process-manager-7", new OdsCode("Z97114"), "My brother works there.");
        Viewer interested = new Viewer("process-manager-7", Set.of("process-manager"));
        assertThat(faulty(PROCESS_MANAGER)).singleElement().satisfies(all -> assertThat(all.failures())
                .isEqualTo(3));
        assertThat(faulty(interested)).singleElement().satisfies(seen -> assertThat(seen.failures())
                .isEqualTo(2));

        declareInterest.declare("process-manager-7", new OdsCode("Z97115"), "My brother works there too.");

        assertThat(faulty(interested)).as("one alone is no faulty version").isEmpty();
        assertThat(failedSteps(CaseReader.APPLICATION) - failedSteps(new CaseReader("process-manager-7", true)))
                .isEqualTo(2);
    }

    private int failedSteps(CaseReader reader) {
        return stuckCases.count(reader).stream()
                .filter(count -> count.cause() == Cause.FAILED_STEP)
                .mapToInt(StuckCases.Count::things)
                .sum();
    }

    private List<StuckCase> faulty() {
        return faulty(PROCESS_MANAGER);
    }

    private List<StuckCase> faulty(Viewer viewer) {
        return stuckCases.of(viewer, new StuckCaseFilter(Cause.FAULTY_VERSION, null, null, null), 0, 50).stream()
                .filter(one -> one.id().endsWith("/" + SHORTLIST))
                .toList();
    }

    @Test
    void aMessageWhoseServerIsAwayIsFoundAndTriedAgainBeforeItsTime() {
        mail.sendBy(freePort());
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97121")));
        cases.add(reference);
        Job delivery = job(reference, MessageDeliveryProcess.Elements.SEND_MESSAGE);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(stuck(PROCESS_MANAGER, reference)).isEmpty();
            assertThatThrownBy(() -> jobs.executeJob(delivery.getId()));
        }
        StuckCase failed = stuck(PROCESS_MANAGER, reference).get(0);
        assertThat(failed.cause()).isEqualTo(Cause.MESSAGE_NOT_DELIVERED);
        assertThat(failed.why())
                .contains(reference, "could not be reached", "It has been tried 5 times", "check the mail server");
        assertThat(failed.retrying()).isTrue();

        server.start();
        mail.sendBy(server);
        tryAgain.retry(PROCESS_MANAGER, failed.cause(), failed.id());
        assertThat(jobs.createJobQuery().jobId(delivery.getId()).executable().count())
                .as("due now, not in a quarter of an hour")
                .isEqualTo(1);
        assertThatThrownBy(() -> tryAgain.retry(PROCESS_MANAGER, failed.cause(), failed.id()))
                .hasMessageContaining("being retried already");
        jobs.executeJob(delivery.getId());
        assertThat(stuck(PROCESS_MANAGER, reference)).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMessageThatMayNotHaveArrivedIsListedUntilItIsSentAgain() {
        String reference;
        try (ScriptedMailServer halfway = new ScriptedMailServer(Map.of(".", ScriptedMailServer.HANG_UP))) {
            mail.sendBy(halfway.port());
            reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97131")));
            cases.add(reference);
            jobs.executeJob(
                    job(reference, MessageDeliveryProcess.Elements.SEND_MESSAGE).getId());
        }
        clock.moveBy(Duration.ofMinutes(1));

        assertThat(stuck(COORDINATOR, reference)).singleElement().satisfies(message -> {
            assertThat(message.cause()).isEqualTo(Cause.MESSAGE_NOT_DELIVERED);
            assertThat(message.step())
                    .as("no subject, which names the practice")
                    .isEqualTo("Request received");
            assertThat(message.why()).startsWith("Perhaps sent");
            assertThat(message.instance()).isNull();
        });
        jdbc.sql("update message set status = 'SENT' where case_reference = :reference")
                .param("reference", reference)
                .update();
        assertThat(stuck(COORDINATOR, reference)).isEmpty();
    }
}
