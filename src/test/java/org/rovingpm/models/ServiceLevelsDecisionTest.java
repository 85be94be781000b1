package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.checkin.MissingCheckInDeadlines;
import org.rovingpm.fixture.model.Decision;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.matching.Offer;
import org.rovingpm.supportcase.SupportCaseProcess;

class ServiceLevelsDecisionTest {

    private static final Decision SERVICE_LEVELS = Decision.of("service-levels.dmn", "service-levels");

    @ParameterizedTest(name = "{0}: {1} red, {2} amber, {3} green, {4} without a rating")
    @CsvSource({
        "Assess request, 4, 16, 40, 24",
        "Record further information, 8, 16, 40, 24",
        "Choose PM, 4, 8, 16, 24",
        "Offer deadline passed, 8, 16, 24, 24",
        "Respond to offer, 8, 16, 24, 24",
        "Resolve missing PM, 8, 16, 40, 24",
        "Introduce PM, 8, 16, 24, 24",
        "Report first visit, 8, 16, 24, 16",
        "Agree changed RAG, 4, 8, 16, 24",
        "Answer RAG question, 8, 24, 24, 24",
        "Prepare job plan, 16, 24, 40, 24",
        "Approve job plan, 8, 16, 24, 24",
        "Record practice approval, 16, 24, 40, 24",
        "Approve spending, 8, 16, 24, 24",
        "Report the week, 4, 8, 8, 24",
        "Reminder due, 4, 8, 8, 24",
        "Chase due, 8, 16, 24, 24",
        "Chase missing check-in, 4, 8, 16, 24",
        "Escalation due, 16, 24, 40, 24",
        "Resolve missing check-in, 4, 8, 16, 24",
        "Review check-in, 4, 8, 16, 24",
        "Review hold, 8, 16, 24, 24",
        "Write closing report, 40, 40, 40, 40",
        "Reconcile money, 40, 40, 40, 40",
        "Record feedback, 80, 80, 80, 80",
        "Review change, 8, 24, 24, 24",
        "Merge process change, 8, 24, 24, 24",
        "Approve change, 8, 24, 24, 24",
        "Any other step, 8, 24, 24, 24"
    })
    void givesEachStepItsWorkingHours(String step, int red, int amber, int green, int unrated) {
        assertThat(SERVICE_LEVELS.rule(Map.of("step", step)))
                .isEqualTo(Map.of("red", red, "amber", amber, "green", green, "unrated", unrated));
    }

    @Test
    void leavesWhatItDoesNotNameToTheRowForAnyOtherStep() {
        assertThat(SERVICE_LEVELS.rules(Map.of("step", SupportCaseProcess.Elements.ASSESS_REQUEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "amber", "green"})
    void remindsBeforeItChasesAndChasesBeforeItEscalates(String rag) {
        List<Integer> inOrder = MissingCheckInDeadlines.all().stream()
                .map(deadline -> hours(rag, deadline.name()))
                .toList();
        assertThat(inOrder).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource
    void everyUserTaskHasARowByItsNameThatIsNoLongerTheRedderTheCase(String userTask) {
        assertThat(hours("red", userTask)).isPositive().isLessThanOrEqualTo(hours("amber", userTask));
        assertThat(hours("amber", userTask)).isLessThanOrEqualTo(hours("green", userTask));
    }

    static Stream<String> everyUserTaskHasARowByItsNameThatIsNoLongerTheRedderTheCase() {
        return names(UserTask.class);
    }

    @Test
    void deadlinesAreNamedAsTheEventsThatEndThem() {
        assertThat(Stream.concat(Stream.of(Offer.DEADLINE), MissingCheckInDeadlines.all().stream())
                        .map(deadline -> deadline.name()))
                .isSubsetOf(names(CatchEvent.class).toList());
    }

    private static Stream<String> names(Class<? extends FlowElement> kind) {
        return ProcessModel.all()
                .flatMap(model -> model.elements(kind))
                .map(FlowElement::getName)
                .filter(name -> name != null);
    }

    private static int hours(String rag, String step) {
        return ((Number) SERVICE_LEVELS.rule(Map.of("step", step)).get(rag)).intValue();
    }
}
