package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A manager's form may have a tick whose name looks like that of a deadline: only what a contract calls a moment is one. */
@ApplicationTest
@StartsAt
@Transactional
class HeldCaseOfManagersModelTest {

    private static final String TASK = "userTask_takeASecondLook";
    private static final String TICK = "seenAt";

    @Autowired
    private RepositoryService models;

    @Autowired
    private HistoryService history;

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    private String reference;

    @BeforeEach
    void aCaseOfTheChangedProcessWaitsForAPm() {
        models.createDeployment()
                .addInputStream(
                        "take-a-second-look.form",
                        new ByteArrayInputStream(ChangedForm.named("take-a-second-look")
                                .field("checkbox", TICK, "Seen at the practice?", "")
                                .bytes()))
                .addInputStream(
                        "support-case.bpmn",
                        new ByteArrayInputStream(ChangedModel.of("support-case.bpmn")
                                .inFlow("flow_receiptConfirmed_assessRequest", TASK, GoodChanges.SECOND_LOOK)
                                .bytes()))
                .deploy();
        scheme.pm("pm-1");
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99043")));
        scheme.complete(reference, TASK, "service-manager", Map.of(TICK, true));
        Map<String, Object> assessment = new HashMap<>(Map.of(
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
                "2026-11-30",
                "expectedWeeks",
                8));
        assessment.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", assessment);
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
    }

    @Test
    void aHeldCaseWithATickThatIsNamedLikeADeadlineCanBeResumed() {
        Instant due = due();

        change(Map.of("change", "PUT_ON_HOLD", "holdUntil", "2026-12-04"));
        clock.setTo("2026-12-02T11:00");
        change(Map.of("change", "RESUME"));

        assertThat(due()).isAfter(due);
    }

    @Test
    void historyKeepsTheTickAndWhenItWasSet() {
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processDefinitionKey(SupportCaseProcess.KEY)
                        .variableName(TICK)
                        .list())
                .singleElement()
                .satisfies(tick -> assertThat(tick.getValue()).isEqualTo(true));
        assertThat(history.createHistoricDetailQuery().variableUpdates().list().stream()
                        .map(HistoricVariableUpdate.class::cast)
                        .filter(update -> update.getVariableName().equals(TICK)))
                .singleElement()
                .satisfies(update -> assertThat(update.getValue()).isEqualTo(true));
    }

    private Instant due() {
        return scheme.task(reference, ManagerMatchingProcess.Elements.CHOOSE_PM)
                .getDueDate()
                .toInstant();
    }

    private void change(Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("caseReference", reference);
        all.put("reason", "Because.");
        scheme.start(CaseChangeProcess.KEY, "coordinator", all);
    }
}
