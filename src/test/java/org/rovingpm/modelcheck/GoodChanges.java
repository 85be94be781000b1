package org.rovingpm.modelcheck;

import static org.rovingpm.modelcheck.Change.good;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.MorningDigestProcess;
import org.rovingpm.supportcase.CaseClosureProcess;

/** Changes that a manager makes with no code and no developer. */
final class GoodChanges {

    static final String SECOND_LOOK = """
        <bpmn:userTask id="userTask_takeASecondLook" name="Take a second look" camunda:formRef="take-a-second-look" \
        camunda:formRefBinding="latest" camunda:candidateGroups="service-manager"/>""";

    private GoodChanges() {}

    static Stream<Change> all() {
        return Stream.concat(routes(), rest());
    }

    /** A form of a manager's own: two answers that gateways may ask, and what else was said. */
    static ChangedForm secondLook() {
        return ChangedForm.named("take-a-second-look")
                .field("checkbox", "secondLookApproved", "Is the plan sound?", "")
                .field(
                        "radio",
                        "howSure",
                        "How sure are you?",
                        "\"values\":[{\"label\":\"Sure\",\"value\":\"SURE\"},{\"label\":\"Not sure\",\"value\":\"UNSURE\"}],"
                                + "\"validate\":{\"required\":true}")
                .field(
                        "textarea",
                        "whatYouSaw",
                        "What did you see?",
                        "\"validate\":{\"required\":true,\"minLength\":3,\"maxLength\":500}")
                .field("number", "hoursSpent", "Hours spent", "\"validate\":{\"min\":0,\"max\":8}");
    }

    /** The same, which asks for a list of entries too. */
    static ChangedForm secondLookAtGaps(String more) {
        return secondLook()
                .field(
                        "dynamiclist",
                        "gaps",
                        "Gaps in the rota",
                        "\"path\":\"gaps\",\"components\":["
                                + "{\"type\":\"textfield\",\"key\":\"day\",\"label\":\"Which day\",\"validate\":{\"required\":true,\"maxLength\":20}},"
                                + "{\"type\":\"number\",\"key\":\"people\",\"label\":\"How many people are missing?\",\"validate\":{\"min\":1}}"
                                + more + "]");
    }

    /** One more approval with its own form: who says no sends the plan back. */
    static ChangedModel oneMoreApproval() {
        return ChangedModel.of("job-plan-approval.bpmn")
                .inFlow("flow_budgetHolderNeeded_no", "userTask_takeASecondLook", SECOND_LOOK)
                .inFlow("flow_takeASecondLook_next", "gateway_planSound", """
                <bpmn:exclusiveGateway id="gateway_planSound" name="Plan sound?" default="flow_planSound_no"/>
                <bpmn:sequenceFlow id="flow_planSound_no" name="No" sourceRef="gateway_planSound" targetRef="serviceTask_releaseMoney"/>""")
                .add(
                        "flow_planSound_next",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${secondLookApproved}</bpmn:conditionExpression>");
    }

    /** A flow that asks the answer of the very task that it leaves. */
    static Change answerAskedAtOnce() {
        return good("an answer asked by the flow out of its task")
                .with("take-a-second-look", secondLook())
                .with(ChangedModel.of("job-plan-approval.bpmn")
                        .inFlow("flow_budgetHolderNeeded_no", "userTask_takeASecondLook", SECOND_LOOK)
                        .set("userTask_takeASecondLook", "default", "flow_takeASecondLook_next")
                        .add(JobPlanApprovalProcess.KEY, """
                                <bpmn:endEvent id="endEvent_sound" name="Sound"/>
                                <bpmn:sequenceFlow id="flow_sound" sourceRef="userTask_takeASecondLook" targetRef="endEvent_sound">
                                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${secondLookApproved}</bpmn:conditionExpression></bpmn:sequenceFlow>"""));
    }

    private static Stream<Change> routes() {
        return Stream.of(
                good("a new task with a new form")
                        .with("take-a-second-look", secondLook())
                        .with(ChangedModel.of("case-closure.bpmn")
                                .inFlow(
                                        "flow_writeClosingReport_reconcileMoney",
                                        "userTask_takeASecondLook",
                                        SECOND_LOOK)),
                good("one more approval, whose answer a gateway asks")
                        .with("take-a-second-look", secondLook())
                        .with(oneMoreApproval()),
                answerAskedAtOnce(),
                good("a choice of a new form as a condition")
                        .with("take-a-second-look", secondLook())
                        .with(oneMoreApproval()
                                .text("flow_planSound_next", "conditionExpression", "${howSure == 'SURE'}")),
                good("a tick that is named like a deadline")
                        .with(
                                "take-a-second-look",
                                secondLook().field("checkbox", "seenAt", "Seen at the practice?", "")),
                good("a new form with a list").with("take-a-second-look", secondLookAtGaps("")),
                good("a new form before the process that uses it").with("take-a-second-look", secondLook()),
                good("a task without a form")
                        .with(
                                ChangedModel.of("case-closure.bpmn")
                                        .inFlow(
                                                "flow_writeClosingReport_reconcileMoney",
                                                "userTask_ringThePractice",
                                                "<bpmn:userTask id=\"userTask_ringThePractice\" name=\"Ring the practice\" camunda:candidateGroups=\"coordinator\"/>")),
                good("a step less")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .skip(CaseClosureProcess.Elements.PRACTICE_TOLD_OF_CLOSURE)),
                good("another order of steps")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .set(
                                        "flow_practiceToldOfEnd_writeClosingReport",
                                        "targetRef",
                                        CaseClosureProcess.Elements.RECONCILE_MONEY)
                                .set(
                                        "flow_writeClosingReport_reconcileMoney",
                                        "sourceRef",
                                        CaseClosureProcess.Elements.RECONCILE_MONEY)
                                .set(
                                        "flow_writeClosingReport_reconcileMoney",
                                        "targetRef",
                                        CaseClosureProcess.Elements.WRITE_CLOSING_REPORT)
                                .set(
                                        "flow_reconcileMoney_practiceAskedForFeedback",
                                        "sourceRef",
                                        CaseClosureProcess.Elements.WRITE_CLOSING_REPORT)),
                good("another way out of a gateway")
                        .with(ChangedModel.of("manager-matching.bpmn")
                                .set(
                                        "flow_pmChosen_no",
                                        "targetRef",
                                        ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST)),
                good("another name of a step")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .set(
                                        CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                                        "name",
                                        "Write the final report")),
                good("another id of a step")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .rename(CaseClosureProcess.Elements.WRITE_CLOSING_REPORT, "userTask_sumUp")),
                good("a reminder by a timer")
                        .with(ChangedModel.of("case-closure.bpmn").add(CaseClosureProcess.KEY, """
                <bpmn:boundaryEvent id="boundaryEvent_reportLate" name="Report late" cancelActivity="false" attachedToRef="userTask_writeClosingReport">
                  <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="endEvent_teamToldOfLateReport" name="Team told of late report"/>
                <bpmn:sequenceFlow id="flow_reportLate_told" sourceRef="boundaryEvent_reportLate" targetRef="endEvent_teamToldOfLateReport"/>""")),
                good("a message task with a template")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .inFlow("flow_writeClosingReport_reconcileMoney", "sendTask_tellThePm", """
                    <bpmn:sendTask id="sendTask_tellThePm" name="Tell the PM" camunda:asyncBefore="true" camunda:delegateExpression="#{queueMessage}">
                    <bpmn:extensionElements><camunda:properties><camunda:property name="message" value="closure-begun"/></camunda:properties>
                    </bpmn:extensionElements></bpmn:sendTask>""")),
                good("a task that alerts the team")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .inFlow("flow_writeClosingReport_reconcileMoney", "serviceTask_alertTheTeam", """
                    <bpmn:serviceTask id="serviceTask_alertTheTeam" name="Alert the team" camunda:asyncBefore="true" camunda:delegateExpression="#{alertTeam}">
                    <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="alert">A report is written.</camunda:inputParameter>
                    </camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>""")));
    }

    private static Stream<Change> rest() {
        return Stream.of(
                good("another group for a task")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .set(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "camunda:candidateGroups",
                                        "budget-holder,service-manager")),
                good("another template of a message")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .setIn(
                                        CaseClosureProcess.Elements.PRACTICE_TOLD_OF_CLOSURE,
                                        "property",
                                        "value",
                                        "feedback-reminder")),
                good("another time of the morning")
                        .with(ChangedModel.of("morning-digest.bpmn")
                                .text(MorningDigestProcess.Timers.MORNING_REACHED, "timeCycle", "0 30 7 * * MON-FRI")),
                good("an element in other prefixes")
                        .with(
                                "case-closure.bpmn",
                                ChangedModel.of("case-closure.bpmn")
                                        .xml()
                                        .replace("xmlns:bpmn=", "xmlns:b=")
                                        .replace("<bpmn:", "<b:")
                                        .replace("</bpmn:", "</b:")
                                        .replace("\"bpmn:", "\"b:")
                                        .getBytes(StandardCharsets.UTF_8)),
                good("a file in UTF-16")
                        .with(
                                "case-closure.bpmn",
                                ChangedModel.of("case-closure.bpmn")
                                        .set(CaseClosureProcess.KEY, "name", "Closure")
                                        .bytes("UTF-16")),
                good("the other ending of process files")
                        .with(
                                "case-closure.bpmn20.xml",
                                ChangedModel.of("case-closure.bpmn")
                                        .set(CaseClosureProcess.KEY, "name", "Closing")
                                        .bytes()),
                good("another label and help of a field")
                        .with(
                                "approve-job-plan",
                                ChangedForm.of("approve-job-plan")
                                        .change("comment", field -> field.put("label", "What has to change?"))),
                good("an optional field less")
                        .with("introduce-pm", ChangedForm.of("introduce-pm").without("notes")),
                good("another choice text")
                        .with(
                                "change-fund",
                                ChangedForm.of("change-fund")
                                        .change("note", field -> field.put("description", "One sentence."))),
                good("another service level")
                        .with(ChangedModel.of("service-levels.dmn").text("outputEntry_serviceLevels_1_1", "text", "6")),
                good("one service level for two steps")
                        .with(ChangedModel.of("service-levels.dmn")
                                .text("inputEntry_serviceLevels_3_1", "text", "\"Choose PM\", \"Introduce PM\"")
                                .without("rule_serviceLevels_7")),
                good("another name of a step and its service level")
                        .with(ChangedModel.of("case-closure.bpmn")
                                .set(
                                        CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                                        "name",
                                        "Write the final report"))
                        .with(ChangedModel.of("service-levels.dmn")
                                .text("inputEntry_serviceLevels_23_1", "text", "\"Write the final report\"")),
                good("another warning before deadlines, and to others")
                        .with(ChangedModel.of("deadline-levels.dmn")
                                .text("outputEntry_deadlineLevels_3_1", "text", "-3.5")
                                .text("outputEntry_deadlineLevels_4_5", "text", "\"Coordinators\"")),
                good("another limit of stuck cases")
                        .with(ChangedModel.of("stuck-limits.dmn").text("outputEntry_stuckLimits_6_1", "text", "7.5")),
                good("a form of a manager's own that offers a list of the scheme")
                        .with(
                                "take-a-second-look",
                                secondLook()
                                        .field(
                                                "checklist",
                                                "alsoNeeded",
                                                "What else is needed?",
                                                "\"valuesKey\":\"helpKindOptions\"")),
                good("a form that explains itself with plain marks, links and a picture")
                        .with(
                                "take-a-second-look",
                                secondLook()
                                        .shows(
                                                "text",
                                                "text",
                                                "#### Please\n\nRead *this*: 3 < 4, {{if word = \"a\" and hours <5 then \"few\" else \"many\"}}.\n\n"
                                                        + "[Guidance](https://www.england.nhs.uk/gp), <https://www.cqc.org.uk>, [us](mailto:help@example.org)\n\n- [Templates](/templates)")
                                        .shows(
                                                "html",
                                                "content",
                                                "<h3>Before you start</h3><ul><li>Read the <b>plan</b>, {{planSummary}}</li></ul><p>"
                                                        + "<a href=\"https://www.cqc.org.uk\" title=\"CQC\">CQC</a><br/></p>")
                                        .shows("text", "text", "![Roving PM](/images/roving-pm.svg)")
                                        .shows("image", "source", "data:image/png;base64,iVBORw0KGgo=")
                                        .shows("image", "source", "/images/roving-pm.svg")),
                good("another question about help")
                        .with(ChangedModel.of("rag-rating.dmn")
                                .text("inputExpression_ragUrgency_8", "text", "helpWithItAndReports")),
                good("another limit of an approval")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("inputEntry_approvalLevel_1_1", "text", "<= 6000")
                                .text("inputEntry_approvalLevel_2_1", "text", "> 6000")),
                good("another template of a reason")
                        .with(ChangedModel.of("rag-rating.dmn")
                                .text(
                                        "outputEntry_ragUrgency_2_2",
                                        "text",
                                        "\"No PM, and patients at risk this week.\"")),
                good("a decision, a form and a process together")
                        .with("take-a-second-look", secondLook().changeAll(form -> ((ObjectNode) form)
                                .put("schemaVersion", 17)))
                        .with(ChangedModel.of("matching-weights.dmn")
                                .text("outputEntry_matchingWeights_1_1", "text", "60"))
                        .with(oneMoreApproval().set(JobPlanApprovalProcess.KEY, "name", "Plan approval")));
    }
}
