package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class FormGateTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private HistoryService history;

    private String reference;

    @BeforeEach
    void aRequestedCase() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99002")));
    }

    private void refused(ThrowingCallable action, String sentence) {
        assertThatThrownBy(action)
                .satisfies(thrown -> assertThat(refusalIn(thrown)).hasMessageContaining(sentence));
    }

    private static Throwable refusalIn(Throwable thrown) {
        return thrown == null || thrown instanceof Refusal ? thrown : refusalIn(thrown.getCause());
    }

    private Task assessment() {
        return scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST);
    }

    @Test
    void keepsNothingThatWasTypedInTheEngineOrItsHistory() {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did the manager leave?"));

        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(SupportCaseProcess.KEY)
                .singleResult()
                .getId();
        assertThat(processes
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list())
                .extracting(variable -> variable.getName())
                .isNotEmpty()
                .isSubsetOf(
                        CaseVariables.CASE_REFERENCE, CaseVariables.RAG, SupportCaseProcess.Variables.REQUEST_OUTCOME);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(variable -> variable.getName())
                .isNotEmpty()
                .isSubsetOf(
                        CaseVariables.CASE_REFERENCE, CaseVariables.RAG, SupportCaseProcess.Variables.REQUEST_OUTCOME);
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .formFields()
                        .count())
                .isZero();
    }

    @Test
    void givesTablesAsTheTextThatTasklistParses() {
        TypedValue reasons =
                forms.getTaskFormVariables(assessment().getId(), null, false).getValueTyped("suggestionReasons");

        assertThat(reasons).isInstanceOfSatisfying(JsonValue.class, json -> {
            assertThat(json.isDeserialized()).isFalse();
            assertThat(json.getValueSerialized()).startsWith("[{");
        });
    }

    @Test
    void refusesAFieldThatTheFormDoesNotHaveAndSoNobodyOverwritesAProcessVariable() {
        Map<String, Object> fields =
                new HashMap<>(Map.of("decision", "DECLINE", "declineReason", "DUPLICATE", "signpostedTo", "x"));
        fields.put("caseReference", "RPM-2026-9999");

        refused(
                () -> scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields),
                "There is no field “caseReference”");
        refused(
                () -> scheme.as("coordinator", () -> {
                    tasks.complete(assessment().getId(), fields);
                    return null;
                }),
                "There is no field “caseReference”");
    }

    @Test
    void refusesACompletionWithoutTheForm() {
        refused(
                () -> scheme.as("coordinator", () -> {
                    tasks.complete(assessment().getId());
                    return null;
                }),
                "Choose what to do with the request.");
    }

    @Test
    void refusesAStartWithoutTheForm() {
        refused(
                () -> processes.startProcessInstanceByKey(SupportCaseProcess.KEY, Map.of("odsCode", "Z99002")),
                "Fill in the form");
    }

    @Test
    void refusesOtherWaysForPeopleToEndATask() {
        String task = assessment().getId();
        refused(
                () -> scheme.as("coordinator", () -> {
                    tasks.handleBpmnError(task, "any");
                    return null;
                }),
                "only be ended through its form");
        refused(
                () -> scheme.as("coordinator", () -> {
                    tasks.handleEscalation(task, "any");
                    return null;
                }),
                "only be ended through its form");
        refused(
                () -> scheme.as("coordinator", () -> {
                    tasks.resolveTask(task, Map.of("rag", "GREEN"));
                    return null;
                }),
                "only be ended through its form");
    }

    @Test
    void letsOnlyACandidateDoAnUnassignedTask() {
        refused(
                () -> scheme.complete(
                        reference,
                        SupportCaseProcess.Elements.ASSESS_REQUEST,
                        "service-manager",
                        Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Why?")),
                "This task is for coordinator");
        refused(
                () -> scheme.as("service-manager", () -> {
                    tasks.claim(assessment().getId(), "service-manager");
                    return null;
                }),
                "This task is for coordinator");
    }

    @Test
    void letsOnlyTheAssigneeDoAnAssignedTask() {
        scheme.as("coordinator", () -> {
            tasks.claim(assessment().getId(), "coordinator");
            return null;
        });
        refused(
                () -> scheme.complete(
                        reference,
                        SupportCaseProcess.Elements.ASSESS_REQUEST,
                        "service-manager",
                        Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Why?")),
                "This task is assigned to coordinator");
    }

    @Test
    void saysThatATaskHasBeenDoneAlready() {
        String task = assessment().getId();
        Map<String, Object> fields = Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When?");
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
        refused(() -> tasks.complete(task, fields), "no longer open");
    }
}
