package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.notification.MorningDigestProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** What is written in place of a date, a number or a condition is tried as the engine would use it. */
class LiteralsTest {

    private static final String REPEATED =
            "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\">%s</bpmn:multiInstanceLoopCharacteristics>";

    private static ChangedModel closure() {
        return ChangedModel.of("case-closure.bpmn");
    }

    private static ChangedModel plan() {
        return ChangedModel.of("job-plan-approval.bpmn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dueDate | in 2 days
                    dueDate | 31/03/2027
                    dueDate | P2
                    dueDate | ${'in 2 days'}
                    dueDate | ${2}
                    dueDate | 20270-01-01
                    dueDate | ${rag}
                    followUpDate | tomorrow
                    followUpDate | ${1 + 1}
                    priority | high
                    priority | 1.5
                    priority | 99999999999
                    priority | ${'high'}
                    priority | ${true}
                    jobPriority | high
                    jobPriority | ${'5'}
                    assignee | ${1}
                    candidateGroups | ${1}
                    asyncBefore | yes
                    """)
    void aTaskWithAValueThatTheEngineCannotUseIsRefused(String attribute, String value) {
        assertThat(Checked.problems(
                        closure().set(CaseClosureProcess.Elements.RECONCILE_MONEY, "camunda:" + attribute, value)))
                .singleElement()
                .asString()
                .startsWith("case-closure.bpmn: “Reconcile money” (userTask_reconcileMoney) has ")
                .containsAnyOf("“" + value + "”", "which holds nothing of that kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dueDate | P2D
                    dueDate | P2W
                    dueDate | 2027-03-31
                    dueDate | 2027-03-31T09:00:00
                    dueDate | 2027-03-31T09:00:00Z
                    dueDate | ${'P2D'}
                    dueDate | P${1 + 1}D
                    followUpDate | PT4H
                    priority | 50
                    priority | -1
                    priority | ${10 * 5}
                    priority | ${'50'}
                    jobPriority | 50
                    jobPriority | ${50}
                    assignee | somebody
                    asyncAfter | false
                    """)
    void aTaskWithAValueThatTheEngineCanUseIsAccepted(String attribute, String value) {
        assertThat(Checked.problems(
                        closure().set(CaseClosureProcess.Elements.RECONCILE_MONEY, "camunda:" + attribute, value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    timeDate | 31/03/2027 | has a time that cannot be read, “31/03/2027”: write a moment such as
                    timeDate | ${rag} | has a time by “rag”, which holds nothing of that kind
                    timeDuration | 7 days | has a time that cannot be read, “7 days”: write a duration
                    timeDuration | P-7D | has a time that cannot be read
                    timeDuration | P90000Y | has a time that cannot be read
                    timeDuration | ${'a week'} | has a time that cannot be read
                    timeCycle | every day | has a time that cannot be read, “every day”: write a cycle
                    timeCycle | R3/PT0S | has a time that cannot be read
                    timeCycle | R/1999-01-01T00:00:00/PT1S | has a time that cannot be read
                    timeCycle | R3/2020-01-01T00:00:00/P1D | has a time that cannot be read
                    timeCycle | 0 0 8 31 2 * | has a time that cannot be read
                    timeCycle | Rx/P1D | has a time that cannot be read
                    """)
    void aTimerThatTheEngineCannotSetIsRefused(String kind, String time, String sentence) {
        assertThat(Checked.problems(reminded(kind, time)))
                .singleElement()
                .asString()
                .contains("“Report late” (boundaryEvent_reportLate) " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    timeDate | 2027-03-31
                    timeDate | P7D
                    timeDuration | P2W
                    timeDuration | PT0S
                    timeDuration | ${'P7D'}
                    timeCycle | R3/P7D
                    timeCycle | R/PT1H
                    timeCycle | R3/2099-01-01T00:00:00/P1D
                    timeCycle | 0 0 8 * * MON-FRI
                    """)
    void aTimerThatTheEngineCanSetIsAccepted(String kind, String time) {
        assertThat(Checked.problems(reminded(kind, time))).isEmpty();
    }

    private static ChangedModel reminded(String kind, String time) {
        return closure().add(CaseClosureProcess.KEY, """
                <bpmn:boundaryEvent id="boundaryEvent_reportLate" name="Report late" cancelActivity="false" attachedToRef="userTask_writeClosingReport">
                  <bpmn:timerEventDefinition id="timer_reportLate"><bpmn:%1$s xsi:type="bpmn:tFormalExpression">%2$s</bpmn:%1$s></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="endEvent_teamToldOfLateReport" name="Team told of late report"/>
                <bpmn:sequenceFlow id="flow_reportLate_told" sourceRef="boundaryEvent_reportLate" targetRef="endEvent_teamToldOfLateReport"/>""".formatted(kind, time));
    }

    @Test
    void aTimerAtTheBeginningOfAProcessAsksNoCase() {
        assertThat(Checked.problems(ChangedModel.of("morning-digest.bpmn")
                        .text(MorningDigestProcess.Timers.MORNING_REACHED, "timeCycle", "${everybodyTold}")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("which is worked out when the process is deployed, without any case"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "1001", "${'many'}", "${true}", "${rag}"})
    void aTaskIsRepeatedANumberOfTimes(String number) {
        assertThat(Checked.problems(repeated("<bpmn:loopCardinality>" + number + "</bpmn:loopCardinality>")))
                .singleElement()
                .asString()
                .contains("(userTask_reconcileMoney) has a number of repetitions");
    }

    @Test
    void aTaskIsRepeatedUntilAConditionHolds() {
        assertThat(
                        Checked.problems(
                                repeated(
                                        "<bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>${nrOfCompletedInstances == 2}</bpmn:completionCondition>")))
                .isEmpty();
        assertThat(
                        Checked.problems(
                                repeated(
                                        "<bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>two of them</bpmn:completionCondition>")))
                .singleElement()
                .asString()
                .contains(
                        "has a condition that cannot be read, “two of them”: write an expression that is true or false");
    }

    private static ChangedModel repeated(String how) {
        return closure().add(CaseClosureProcess.Elements.RECONCILE_MONEY, REPEATED.formatted(how));
    }

    @Test
    void aTaskIsRepeatedForEachOfAListOnly() {
        assertThat(Checked.problems(closure()
                        .add(CaseClosureProcess.Elements.RECONCILE_MONEY, forEachOf(CaseVariables.CASE_REFERENCE))))
                .singleElement()
                .asString()
                .contains("is repeated for each of “caseReference”, which is no list");
        assertThat(Checked.problems(closure()
                        .add(CaseClosureProcess.Elements.RECONCILE_MONEY, forEachOf("parts"))
                        .extend(CaseClosureProcess.Elements.WRITE_CLOSING_REPORT, """
                                <camunda:inputOutput><camunda:outputParameter name="parts"><camunda:list>\
                                <camunda:value>one</camunda:value></camunda:list></camunda:outputParameter></camunda:inputOutput>""")))
                .isEmpty();
    }

    private static String forEachOf(String list) {
        return "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" camunda:collection=\"%s\" camunda:elementVariable=\"part\"/>"
                .formatted(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"every hour", "R5", "R0/PT1M", "R1000/PT1M", "PT1M,soon", "${'soon'}"})
    void aRetryTimeCycleThatCannotBeReadIsRefused(String cycle) {
        assertThat(Checked.problems(retried(cycle)))
                .singleElement()
                .asString()
                .contains("has a retry time cycle that cannot be read, “" + cycle + "”: write R5/PT2M or");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R5/PT2M", "PT1M,PT5M", "PT1M", "P1D", "${'R3/PT1M'}"})
    void aRetryTimeCycleThatCanBeReadIsAccepted(String cycle) {
        assertThat(Checked.problems(retried(cycle))).isEmpty();
    }

    private static ChangedModel retried(String cycle) {
        return closure()
                .withoutIn(CaseClosureProcess.Elements.CLOSE_CASE, "failedJobRetryTimeCycle")
                .extend(
                        CaseClosureProcess.Elements.CLOSE_CASE,
                        "<camunda:failedJobRetryTimeCycle>" + cycle + "</camunda:failedJobRetryTimeCycle>");
    }

    @ParameterizedTest
    @ValueSource(strings = {JobPlanApprovalProcess.Variables.PLAN_SUBMITTED, "yes", "${'yes'}", "${1}", "${null}"})
    void aConditionIsTrueOrFalse(String condition) {
        assertThat(Checked.problems(plan().text("flow_planSubmitted_yes", "conditionExpression", condition)))
                .singleElement()
                .asString()
                .contains("has a condition that cannot be read, “" + condition + "”");
    }

    @Test
    void theNameAndTheDocumentationOfATaskAreWorkedOutToo() {
        assertThat(Checked.problems(closure()
                        .set(CaseClosureProcess.Elements.RECONCILE_MONEY, "name", "Reconcile ${amountOfMoney}")))
                .anySatisfy(
                        problem -> assertThat(problem).contains("“amountOfMoney”, which nobody sets in this process"));
        assertThat(Checked.problems(closure()
                        .withoutIn(CaseClosureProcess.Elements.RECONCILE_MONEY, "documentation")
                        .documented(CaseClosureProcess.Elements.RECONCILE_MONEY, "Pay ${amountOfMoney}.")))
                .anySatisfy(
                        problem -> assertThat(problem).contains("“amountOfMoney”, which nobody sets in this process"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ten years | has a history time to live that cannot be read, “ten years”: write a number of days
                    P10Y | has a history time to live that cannot be read, “P10Y”
                    -1 | has a history time to live that cannot be read
                    """)
    void aHistoryTimeThatCannotBeReadIsToldApartFromNone(String time, String sentence) {
        assertThat(Checked.problems(closure().set(CaseClosureProcess.KEY, "camunda:historyTimeToLive", time)))
                .singleElement()
                .asString()
                .contains(sentence);
        assertThat(Checked.problems(
                        ChangedModel.of("approval-level.dmn").set("approval-level", "camunda:historyTimeToLive", time)))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void theLatestVersionIsCalled() {
        List<String> calls = Checked.problems(ChangedModel.of("support-case.bpmn")
                .set(SupportCaseProcess.Elements.MATCH_PM, "camunda:calledElementBinding", "version")
                .set(SupportCaseProcess.Elements.MATCH_PM, "camunda:calledElementVersion", "next"));
        assertThat(calls)
                .singleElement()
                .asString()
                .contains("“Match PM” (callActivity_matchPm) has the binding “version”: set it to “latest”");
        assertThat(Checked.problems(ChangedModel.of("support-case.bpmn")
                        .set(SupportCaseProcess.Elements.MATCH_PM, "camunda:calledElementBinding", "deployment")))
                .singleElement()
                .asString()
                .contains("“manager-matching” is not among these files");
        assertThat(Checked.problems(
                        ChangedModel.of("support-case.bpmn")
                                .set(
                                        SupportCaseProcess.Elements.MATCH_PM,
                                        "camunda:calledElementBinding",
                                        "deployment"),
                        ChangedModel.of("manager-matching.bpmn")))
                .isEmpty();
    }

    @Test
    void theAnswersOfADecisionFitHowTheyAreTaken() {
        assertThat(Checked.problems(asking("matching-weights", "singleEntry")))
                .singleElement()
                .asString()
                .contains("takes one answer (singleEntry) of the decision “matching-weights”, which gives 6");
        assertThat(Checked.problems(asking("rag-urgency", "singleResult")))
                .singleElement()
                .asString()
                .contains("takes one row (singleResult) of the decision “rag-urgency”, in which several may apply");
        assertThat(Checked.problems(asking("matching-weights", "singleResult"))).isEmpty();
    }

    private static ChangedModel asking(String decision, String how) {
        return closure()
                .inFlow("flow_writeClosingReport_reconcileMoney", "businessRuleTask_ask", """
                <bpmn:businessRuleTask id="businessRuleTask_ask" name="Ask" camunda:decisionRef="%s" camunda:mapDecisionResult="%s" camunda:resultVariable="howItIs"/>""".formatted(decision, how));
    }

    @Test
    void aVariableHasANameThatAnExpressionCanAsk() {
        assertThat(Checked.problems(asking("approval-level", "singleEntry")
                        .set("businessRuleTask_ask", "camunda:resultVariable", "how it is")))
                .singleElement()
                .asString()
                .contains("has “how it is” as the name of a variable (resultVariable), which no expression could ask");
    }

    @Test
    void aFieldOfADelegateIsRefused() {
        assertThat(Checked.problems(closure()
                        .extend(
                                CaseClosureProcess.Elements.CLOSE_CASE,
                                "<camunda:field name=\"reason\" stringValue=\"over\"/>")))
                .singleElement()
                .asString()
                .contains("has the field “reason”, which our steps do not take");
    }

    @Test
    void anOrdinaryPlanIsAccepted() {
        assertThat(Checked.problems(
                        plan().set(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "camunda:dueDate", "P3D")))
                .isEmpty();
    }
}
