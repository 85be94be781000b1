package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLevelsDecisionTest {

    private static final Decision SERVICE_LEVELS = Decision.of("service-levels.dmn", "service-levels");

    @ParameterizedTest(name = "{0}: {1} red, {2} amber, {3} green")
    @CsvSource({
        "userTask_assessRequest, 4, 16, 40",
        "userTask_recordFurtherInformation, 8, 16, 40",
        "userTask_choosePm, 4, 8, 16",
        "offer, 8, 16, 24",
        "userTask_respondToOffer, 8, 16, 24",
        "userTask_resolveMissingPm, 8, 16, 40",
        "userTask_introducePm, 8, 16, 24",
        "userTask_reportFirstVisit, 24, 40, 80",
        "userTask_agreeChangedRag, 4, 8, 16",
        "userTask_prepareJobPlan, 16, 24, 40",
        "userTask_approveJobPlan, 8, 16, 24",
        "userTask_recordPracticeApproval, 16, 24, 40",
        "userTask_approveSpending, 8, 16, 24",
        "userTask_reportTheWeek, 4, 8, 8",
        "reminder, 4, 8, 8",
        "chase, 8, 16, 24",
        "escalation, 16, 24, 40",
        "userTask_chaseMissingCheckIn, 4, 8, 16",
        "userTask_resolveMissingCheckIn, 4, 8, 16",
        "userTask_reviewCheckIn, 4, 8, 16",
        "userTask_reviewHold, 8, 16, 24",
        "userTask_writeClosingReport, 40, 40, 40",
        "userTask_reconcileMoney, 40, 40, 40",
        "userTask_recordFeedback, 80, 80, 80",
        "anything else, 8, 24, 24"
    })
    void givesEachStepItsWorkingHours(String step, int red, int amber, int green) {
        assertThat(List.of(hours("RED", step), hours("AMBER", step), hours("GREEN", step)))
                .containsExactly(red, amber, green);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RED", "AMBER", "GREEN"})
    void remindsBeforeItChasesAndChasesBeforeItEscalates(String rag) {
        assertThat(hours(rag, "reminder")).isLessThan(hours(rag, "chase"));
        assertThat(hours(rag, "chase")).isLessThan(hours(rag, "escalation"));
    }

    @ParameterizedTest
    @MethodSource
    void everyUserTaskHasAServiceLevelThatIsNoLongerTheRedderTheCase(String userTask) {
        assertThat(hours("RED", userTask)).isPositive().isLessThanOrEqualTo(hours("AMBER", userTask));
        assertThat(hours("AMBER", userTask)).isLessThanOrEqualTo(hours("GREEN", userTask));
    }

    static Stream<String> everyUserTaskHasAServiceLevelThatIsNoLongerTheRedderTheCase() {
        return ProcessModel.all()
                .flatMap(model -> model.elements(UserTask.class))
                .map(UserTask::getId);
    }

    private static int hours(String rag, String step) {
        return ((Number) SERVICE_LEVELS.rule(Map.of("rag", rag, "step", step)).get("workingHours")).intValue();
    }
}
