package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** What a step asks is set on every way to it: by the steps before, by what a call hands over, and by an event. */
class VariablesOnTheWayTest {

    private static final String CALL = """
            <bpmn:callActivity id="callActivity_more" name="More" calledElement="more"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:callActivity>""";

    private static ChangedModel supportCase() {
        return ChangedModel.of("support-case.bpmn");
    }

    private static ChangedModel closure() {
        return ChangedModel.of("case-closure.bpmn");
    }

    @Test
    void thePmIsKnownOnlyWhenOneHasBeenMatched() {
        assertThat(Checked.problems(supportCase()
                        .set(
                                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                                "camunda:assignee",
                                "${rovingPm}")))
                .singleElement()
                .asString()
                .contains(
                        "(userTask_recordFurtherInformation) has an assignee by “rovingPm”, and a case can come here before it is set: lead every way to it through “Match PM”.");
        assertThat(Checked.problems(supportCase()
                        .set(SupportCaseProcess.Elements.INTRODUCE_PM, "camunda:candidateGroups", null)
                        .set(SupportCaseProcess.Elements.INTRODUCE_PM, "camunda:assignee", "${rovingPm}")))
                .isEmpty();
    }

    @Test
    void theAnswerOfACallIsKnownOnlyBehindIt() {
        assertThat(Checked.problems(
                        supportCase().text("flow_requestAccepted_no", "conditionExpression", "${pmMatched}")))
                .singleElement()
                .asString()
                .contains(
                        "has a condition on “pmMatched”, and a case can come here before it is set: lead every way to it through “Match PM”");
    }

    @Test
    void anEventSubProcessMayBeginAtOnce() {
        assertThat(Checked.problems(supportCase()
                        .set(SupportCaseProcess.Elements.ANSWER_RAG_QUESTION, "camunda:assignee", "${rovingPm}")))
                .singleElement()
                .asString()
                .contains("(userTask_answerRagQuestion) has an assignee by “rovingPm”, and a case can come here");
    }

    @Test
    void anEventAtTheBorderOfASubProcessKnowsWhatWasKnownBeforeIt() {
        assertThat(Checked.problems(
                        supportCase().inFlow("flow_pmWithdrawn_matchPm", "userTask_ringThePm", task("${rovingPm}"))))
                .isEmpty();
        assertThat(Checked.problems(supportCase()
                        .inFlow(
                                "flow_pmWithdrawn_matchPm",
                                "gateway_wasPlanned",
                                "<bpmn:exclusiveGateway id=\"gateway_wasPlanned\" name=\"Was planned?\" default=\"flow_wasPlanned_next\"/>")
                        .add(SupportCaseProcess.KEY, """
                                <bpmn:endEvent id="endEvent_wasNot" name="Was not"/>
                                <bpmn:sequenceFlow id="flow_wasNot" sourceRef="gateway_wasPlanned" targetRef="endEvent_wasNot">
                                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${not planAgreed}</bpmn:conditionExpression></bpmn:sequenceFlow>""")))
                .singleElement()
                .asString()
                .contains("has a condition on “planAgreed”, and a case can come here before it is set");
    }

    private static String task(String assignee) {
        return "<bpmn:userTask id=\"userTask_ringThePm\" name=\"Ring the PM\" camunda:assignee=\"%s\"/>"
                .formatted(assignee);
    }

    @Test
    void aCallHandsOverWhatTheProcessNeeds() {
        assertThat(Checked.problems(
                        supportCase().withoutMapping(SupportCaseProcess.Elements.CLOSE_CASE, "caseReference")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("With this change the process “case-closure” would break: “Close case”")
                        .contains("needs “caseReference”"));
        assertThat(Checked.problems(supportCase()
                        .withoutMapping(SupportCaseProcess.Elements.AGREE_JOB_PLAN, CaseVariables.ROVING_PM)))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("With this change the process “job-plan-approval” would break: “Approve job plan”")
                        .contains("has an assignee by “rovingPm”"));
    }

    /** Cases in it go on as they were; nothing is broken. */
    @Test
    void aProcessMayNoLongerBeCalled() {
        assertThat(problems(
                        file(supportCase().set(SupportCaseProcess.Elements.MATCH_PM, "calledElement", "more")),
                        own("${1 == 1}")))
                .noneMatch(problem -> problem.contains("manager-matching” would break"));
    }

    @Test
    void aChangedProcessGivesItsCallersWhatTheyAsk() {
        assertThat(Checked.problems(ChangedModel.of("manager-matching.bpmn")
                        .set(
                                "flow_matchingRequested_drawUpShortlist",
                                "targetRef",
                                ManagerMatchingProcess.Elements.NO_PM_FOUND)))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("With this change the process “support-case” would break")
                        .contains("has a condition on “pmMatched”"));
    }

    @Test
    void aProcessOfAManagersOwnKnowsWhatItIsHanded() {
        ChangedModel called = closure()
                .inFlow(
                        "flow_writeClosingReport_reconcileMoney",
                        "callActivity_more",
                        CALL.formatted("<camunda:in source=\"caseReference\" target=\"caseReference\"/>"));
        assertThat(problems(file(called), own("${rag == 'RED'}")))
                .singleElement()
                .asString()
                .contains("more.bpmn: “Yes” (flow_yes) has a condition on “rag”, which");
        ChangedModel handed = closure()
                .inFlow(
                        "flow_writeClosingReport_reconcileMoney",
                        "callActivity_more",
                        CALL.formatted(
                                "<camunda:in source=\"caseReference\" target=\"caseReference\"/><camunda:in source=\"rag\" target=\"rag\"/>"));
        assertThat(problems(file(handed), own("${rag == 'RED'}"))).isEmpty();
    }

    @Test
    void aStepThatNeedsTheCaseIsRefusedWhereThereIsNone() {
        assertThat(problems(
                        new ModelFile(
                                "take-a-second-look.form",
                                GoodChanges.secondLook().bytes()),
                        OwnProcess.of("more", """
                        <bpmn:startEvent id="start" name="Begun" camunda:formRef="take-a-second-look" camunda:formRefBinding="latest"/>
                        <bpmn:sequenceFlow id="flow_1" sourceRef="start" targetRef="serviceTask_close"/>
                        <bpmn:serviceTask id="serviceTask_close" name="Close" camunda:asyncBefore="true" camunda:delegateExpression="#{closeCase}"/>
                        <bpmn:sequenceFlow id="flow_2" sourceRef="serviceTask_close" targetRef="end"/>
                        <bpmn:endEvent id="end" name="Ended"/>""")))
                .singleElement()
                .asString()
                .contains("“Close” (serviceTask_close) needs “caseReference”, which is not set on every way to it");
    }

    /** The answer was just given: the flow out of the task may ask it. */
    @Test
    void aFlowMayAskTheAnswerOfTheTaskThatItLeaves() {
        assertThat(Checked.problems(GoodChanges.answerAskedAtOnce())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:outputParameter name=\"caseReference\">x</camunda:outputParameter>",
                "<camunda:inputParameter name=\"caseReference\">x</camunda:inputParameter>",
                "<camunda:outputParameter name=\"supportGiven\">${true}</camunda:outputParameter>"
            })
    void whatTheSchemeReliesOnIsNotOverwritten(String parameter) {
        assertThat(Checked.problems(closure()
                        .extend(
                                CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                                "<camunda:inputOutput>" + parameter + "</camunda:inputOutput>")))
                .singleElement()
                .asString()
                .contains("which the scheme's own steps set and rely on: give it another name");
    }

    @Test
    void aDecisionDoesNotOverwriteTheRating() {
        assertThat(Checked.problems(closure()
                        .inFlow("flow_writeClosingReport_reconcileMoney", "businessRuleTask_ask", """
                <bpmn:businessRuleTask id="businessRuleTask_ask" name="Ask" camunda:decisionRef="approval-level" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="%s"/>""".formatted(
                                        CaseVariables.RAG))))
                .singleElement()
                .asString()
                .contains("sets “rag”, which the scheme's own steps set and rely on");
    }

    private static ModelFile file(ChangedModel model) {
        return new ModelFile(model.file(), model.bytes());
    }

    private static List<String> problems(ModelFile... files) {
        return Checked.problems(List.of(files));
    }

    private static ModelFile own(String condition) {
        return OwnProcess.of("more", """
                <bpmn:startEvent id="start_more" name="Begun"/>
                <bpmn:sequenceFlow id="flow_1" sourceRef="start_more" targetRef="gateway_urgent"/>
                <bpmn:exclusiveGateway id="gateway_urgent" name="Urgent?" default="flow_no"/>
                <bpmn:sequenceFlow id="flow_no" name="No" sourceRef="gateway_urgent" targetRef="end_more"/>
                <bpmn:sequenceFlow id="flow_yes" name="Yes" sourceRef="gateway_urgent" targetRef="userTask_ring"><bpmn:conditionExpression
                 xsi:type="bpmn:tFormalExpression">%s</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:userTask id="userTask_ring" name="Ring" camunda:candidateGroups="coordinator"/>
                <bpmn:sequenceFlow id="flow_2" sourceRef="userTask_ring" targetRef="end_more"/>
                <bpmn:endEvent id="end_more" name="Ended"/>""".formatted(condition));
    }
}
