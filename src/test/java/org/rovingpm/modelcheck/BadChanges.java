package org.rovingpm.modelcheck;

import static org.rovingpm.modelcheck.Change.bad;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.rovingpm.alert.TeamAlertProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.MorningDigestProcess;
import org.rovingpm.practice.PracticeRegisterRefreshProcess;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** Changes that would break the scheme's work, each with a part of the sentence that refuses it. */
final class BadChanges {

    private static final String SCRIPT = "<camunda:script scriptFormat=\"javascript\">1</camunda:script>";

    private BadChanges() {}

    static Stream<Change> all() {
        return Stream.of(tasks(), code(), flow(), drawing(), names(), forms(), decisions())
                .flatMap(changes -> changes);
    }

    private static ChangedModel plan() {
        return ChangedModel.of("job-plan-approval.bpmn");
    }

    private static ChangedModel closure() {
        return ChangedModel.of("case-closure.bpmn");
    }

    private static Stream<Change> tasks() {
        return Stream.of(
                bad(
                                "a task that lost its listener",
                                "“Approve job plan” (userTask_approveJobPlan) has lost its listener")
                        .with(plan().withoutIn(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "taskListener")),
                bad(
                                "a task that lost its form",
                                "“Approve job plan” (userTask_approveJobPlan) has lost its form: set its form reference to “approve-job-plan”")
                        .with(plan().set(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "camunda:formRef", null)
                                .set(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "camunda:formRefBinding", null)),
                bad("a task that lost both", "(userTask_approveJobPlan) has lost its form")
                        .with(plan().withoutIn(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "extensionElements")
                                .set(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "camunda:formRef", null)
                                .set(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "camunda:formRefBinding", null)),
                bad("a renamed task that lost its listener", "has lost its listener")
                        .with(plan().rename(JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, "userTask_lookAtPlan")
                                .withoutIn("userTask_lookAtPlan", "taskListener")),
                bad(
                                "a task with the form of another",
                                "has the form “approve-spending”, but it needs “approve-job-plan”")
                        .with(plan().set(
                                        JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN,
                                        "camunda:formRef",
                                        "approve-spending")),
                bad("a listener at another event", "set the event to “complete”")
                        .with(plan().setIn(
                                        JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN,
                                        "taskListener",
                                        "event",
                                        "create")),
                bad(
                                "a start that lost its listener",
                                "“Help requested” (startEvent_helpRequested) has lost its listener")
                        .with(ChangedModel.of("support-case.bpmn")
                                .withoutIn(SupportCaseProcess.Elements.HELP_REQUESTED, "extensionElements")),
                bad(
                                "a start that lost its form and its listener",
                                "has no start event with the form “request-help” any more")
                        .with(ChangedModel.of("support-case.bpmn")
                                .withoutIn(SupportCaseProcess.Elements.HELP_REQUESTED, "extensionElements")
                                .set(SupportCaseProcess.Elements.HELP_REQUESTED, "camunda:formRef", null)
                                .set(SupportCaseProcess.Elements.HELP_REQUESTED, "camunda:formRefBinding", null)),
                bad("a task with a form that does not exist", "has the form “take-a-third-look”, which does not exist")
                        .with(closure()
                                .inFlow(
                                        "flow_writeClosingReport_reconcileMoney",
                                        "userTask_takeASecondLook",
                                        GoodChanges.SECOND_LOOK.replace("take-a-second-look", "take-a-third-look"))),
                bad("a task of nobody", "“Reconcile money” (userTask_reconcileMoney) is offered to nobody")
                        .with(closure()
                                .set(CaseClosureProcess.Elements.RECONCILE_MONEY, "camunda:candidateGroups", null)),
                bad("a task of a group that does not exist", "the group “accountant”, which does not exist")
                        .with(closure()
                                .set(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "camunda:candidateGroups",
                                        "service-manager,accountant")));
    }

    private static Stream<Change> code() {
        return Stream.of(
                bad("a script task", "“Compute” (scriptTask_compute) is a script task")
                        .with(
                                closure()
                                        .inFlow(
                                                "flow_writeClosingReport_reconcileMoney",
                                                "scriptTask_compute",
                                                "<bpmn:scriptTask id=\"scriptTask_compute\" name=\"Compute\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>")),
                bad("a script as a listener", "(userTask_reconcileMoney) has a script")
                        .with(closure()
                                .extend(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "<camunda:taskListener event=\"create\">" + SCRIPT
                                                + "</camunda:taskListener>")),
                bad("a script as an input", "(userTask_reconcileMoney) has a script")
                        .with(closure()
                                .extend(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:list>"
                                                + SCRIPT
                                                + "</camunda:list></camunda:inputParameter></camunda:inputOutput>")),
                bad("a script as an output", "(userTask_reconcileMoney) has a script")
                        .with(closure()
                                .extend(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "<camunda:inputOutput><camunda:outputParameter name=\"x\">" + SCRIPT
                                                + "</camunda:outputParameter></camunda:inputOutput>")),
                bad("a script as a condition", "has a script as its condition")
                        .with(plan().setIn("flow_planSubmitted_yes", "conditionExpression", "language", "javascript")),
                bad("a method call in a condition", "has an expression that calls “toString”")
                        .with(plan().text(
                                        "flow_planSubmitted_yes",
                                        "conditionExpression",
                                        "${planSubmitted.toString() == 'true'}")),
                bad("a function call in a due date", "has an expression that calls “dateTime”")
                        .with(closure()
                                .set(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "camunda:dueDate",
                                        "${dateTime().plusDays(2)}")),
                bad("a Java class", "names a Java class")
                        .with(closure()
                                .set(CaseClosureProcess.Elements.CLOSE_CASE, "camunda:class", "java.lang.Thread")),
                bad("an extension of another engine", "extension of another engine")
                        .with(
                                "case-closure.bpmn",
                                closure()
                                        .xml()
                                        .replaceFirst(
                                                "<bpmn:definitions ",
                                                "<bpmn:definitions xmlns:activiti=\"http://activiti.org/bpmn\" ")
                                        .replaceFirst(
                                                "<bpmn:serviceTask ",
                                                "<bpmn:serviceTask activiti:class=\"java.lang.Thread\" ")
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** What only the engine's own parser finds. */
    private static Stream<Change> drawing() {
        return Stream.of(
                bad("a process without a beginning", "has no start event: draw one")
                        .with(closure().without("startEvent_closureBegun", "flow_closureBegun_pmToldOfClosure")),
                bad("a process with two beginnings", "has more than one start event without a message: keep one")
                        .with(closure()
                                .add(
                                        CaseClosureProcess.KEY,
                                        "<bpmn:startEvent id=\"startEvent_second\" name=\"Again\" />")),
                bad("a task that is repeated without a number", "is repeated without saying how often")
                        .with(closure()
                                .add(
                                        CaseClosureProcess.Elements.RECONCILE_MONEY,
                                        "<bpmn:multiInstanceLoopCharacteristics />")),
                bad("a link without its other end", "leads to the link “On”, which has no other end")
                        .with(
                                closure()
                                        .inFlow(
                                                "flow_writeClosingReport_reconcileMoney",
                                                "throwEvent_on",
                                                "<bpmn:intermediateThrowEvent id=\"throwEvent_on\" name=\"On\"><bpmn:linkEventDefinition id=\"link_on\" name=\"On\" /></bpmn:intermediateThrowEvent>")),
                bad("an event-based gateway before a task", "leads to something that is not waited for")
                        .with(closure()
                                .inFlow(
                                        "flow_writeClosingReport_reconcileMoney",
                                        "gateway_whatComes",
                                        "<bpmn:eventBasedGateway id=\"gateway_whatComes\" name=\"What comes?\" />")));
    }

    private static Stream<Change> flow() {
        return Stream.of(
                bad("a gateway without a default", "“Plan submitted?” (gateway_planSubmitted) has no default")
                        .with(plan().set(JobPlanApprovalProcess.Elements.PLAN_SUBMITTED, "default", null)),
                bad("a way without a condition", "without a condition")
                        .with(plan().withoutIn("flow_planSubmitted_yes", "conditionExpression")),
                bad("a condition on an unknown variable", "“planSubmited”, which nobody sets")
                        .with(plan().text("flow_planSubmitted_yes", "conditionExpression", "${planSubmited}")),
                bad(
                                "a condition on the name of the practice",
                                "“practiceName”, which is no longer a variable: take it out here. Task lists show the practice by themselves, "
                                        + "and a form or a message says {{practiceName}}")
                        .with(plan().text(
                                        "flow_planSubmitted_yes",
                                        "conditionExpression",
                                        "${practiceName == 'Larkspur'}")),
                bad(
                                "a called process that is told the practice",
                                "has to hand over “practiceName”, which is no longer a variable")
                        .with(ChangedModel.of("support-case.bpmn")
                                .extend(
                                        SupportCaseProcess.Elements.MATCH_PM,
                                        "<camunda:in source=\"practiceName\" target=\"practiceName\"/>")),
                bad("a condition on a variable of another process", "“supportComplete”, which nobody sets")
                        .with(plan().text("flow_planSubmitted_yes", "conditionExpression", "${supportComplete}")),
                bad("a condition on a message", "“pmWithdrawn”, which is a message and has no value")
                        .with(ChangedModel.of("support-case.bpmn")
                                .text(
                                        "flow_pmMatched_yes",
                                        "conditionExpression",
                                        "${%s}".formatted(SupportCaseProcess.Messages.PM_WITHDRAWN))),
                bad("a condition on a signal", "“rosterChanged”, which is a message and has no value")
                        .with(ChangedModel.of("manager-matching.bpmn")
                                .text(
                                        "flow_pmChosen_yes",
                                        "conditionExpression",
                                        "${%s}".formatted(RosterChangeProcess.Signals.ROSTER_CHANGED))),
                bad("a condition on a step", "“userTask_prepareJobPlan”, which nobody sets")
                        .with(plan().text(
                                        "flow_planSubmitted_yes",
                                        "conditionExpression",
                                        "${%s}".formatted(JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN))),
                bad("a condition on a text of a new form", "“whatYouSaw”, which nobody sets")
                        .with("take-a-second-look", GoodChanges.secondLook())
                        .with(GoodChanges.oneMoreApproval()
                                .text("flow_planSound_next", "conditionExpression", "${whatYouSaw == 'x'}")),
                bad(
                                "an answer that has not been asked on every way",
                                "“secondLookApproved”, and a case can come here without having answered it")
                        .with("take-a-second-look", GoodChanges.secondLook())
                        .with(GoodChanges.oneMoreApproval()
                                .set("flow_planSubmitted_no", "targetRef", "gateway_planSound")),
                bad("a timer by an unknown variable", "“reminderDueAt”, which nobody sets")
                        .with(ChangedModel.of("weekly-check-in.bpmn")
                                .text(WeeklyCheckInProcess.Timers.REMINDER_DUE, "timeDate", "${reminderDueAt}")),
                bad("a timer that cannot be read", "has a time that cannot be read, “every Monday”")
                        .with(ChangedModel.of("morning-digest.bpmn")
                                .text(MorningDigestProcess.Timers.MORNING_REACHED, "timeCycle", "every Monday")),
                bad("an endless loop", "is part of a loop without a wait")
                        .with(plan().set(
                                        "flow_releaseMoney_prepareJobPlan",
                                        "targetRef",
                                        JobPlanApprovalProcess.Elements.PRACTICE_AND_PM_TOLD_OF_REFUSAL)),
                bad("a loop of gateways alone", "is part of a loop without a wait")
                        .with(plan().set(
                                        "flow_planSubmitted_no",
                                        "targetRef",
                                        JobPlanApprovalProcess.Elements.APPROVED_BY_PM)
                                .set(
                                        "flow_approvedByPm_no",
                                        "targetRef",
                                        JobPlanApprovalProcess.Elements.PLAN_SUBMITTED)),
                bad("no history time", "has no history time to live")
                        .with(closure().set(CaseClosureProcess.KEY, "camunda:historyTimeToLive", null)),
                bad(
                                "a call that is not tried again",
                                "“Post alert” (serviceTask_postAlert) calls a service and is not retried")
                        .with(ChangedModel.of("team-alert.bpmn")
                                .withoutIn(TeamAlertProcess.Elements.POST_ALERT, "failedJobRetryTimeCycle")),
                bad("a call that is not queued", "(serviceTask_postAlert) is not queued")
                        .with(ChangedModel.of("team-alert.bpmn")
                                .set(TeamAlertProcess.Elements.POST_ALERT, "camunda:asyncBefore", null)),
                bad("a call to an address", "calls the address “https://example.org”")
                        .with(ChangedModel.of("practice-register-refresh.bpmn")
                                .text(
                                        PracticeRegisterRefreshProcess.Elements.ASK_REGISTER,
                                        "inputParameter",
                                        "https://example.org")));
    }

    private static Stream<Change> names() {
        return Stream.of(
                bad("a delegate that nobody provides", "names “closeTheCase”, which nobody provides as a delegate")
                        .with(closure()
                                .set(
                                        CaseClosureProcess.Elements.CLOSE_CASE,
                                        "camunda:delegateExpression",
                                        "#{closeTheCase}")),
                bad("a bean of Spring", "names “dataSource”, which nobody provides")
                        .with(closure()
                                .set(
                                        CaseClosureProcess.Elements.CLOSE_CASE,
                                        "camunda:delegateExpression",
                                        "#{dataSource}")),
                bad("a listener where a delegate belongs", "names “planWeek”, which nobody provides as a delegate")
                        .with(closure()
                                .set(
                                        CaseClosureProcess.Elements.CLOSE_CASE,
                                        "camunda:delegateExpression",
                                        "#{planWeek}")),
                bad("a template that does not exist", "sends the template “good-bye”, which does not exist")
                        .with(closure()
                                .setIn(
                                        CaseClosureProcess.Elements.PRACTICE_TOLD_OF_CLOSURE,
                                        "property",
                                        "value",
                                        "good-bye")),
                bad("a message without a template", "sends a message without a template")
                        .with(closure().withoutIn(CaseClosureProcess.Elements.PRACTICE_TOLD_OF_CLOSURE, "properties")),
                bad("a message that nobody sends", "waits for the message “feedbackGivenByPost”, which nobody sends")
                        .with(closure().set("message_feedbackGiven", "name", "feedbackGivenByPost")),
                bad("a wait for a variable", "waits for the message “planApproved”, which nobody sends")
                        .with(closure()
                                .set("message_feedbackGiven", "name", JobPlanApprovalProcess.Variables.PLAN_APPROVED)),
                bad("a wait for a signal as for a message", "waits for the message “rosterChanged”, which nobody sends")
                        .with(closure()
                                .set("message_feedbackGiven", "name", RosterChangeProcess.Signals.ROSTER_CHANGED)),
                bad("a wait for a message as for a signal", "waits for the signal “pmWithdrawn”, which nobody sends")
                        .with(ChangedModel.of("manager-matching.bpmn")
                                .set("signal_rosterChanged", "name", SupportCaseProcess.Messages.PM_WITHDRAWN)),
                bad("an error that no step ends with", "catches the error “offline”, which no step ends with")
                        .with(ChangedModel.of("team-alert.bpmn").set("error_notSet", "errorCode", "offline")),
                bad("a decision that does not exist", "asks the decision “fund-choice”, which does not exist")
                        .with(
                                closure()
                                        .inFlow(
                                                "flow_writeClosingReport_reconcileMoney",
                                                "businessRuleTask_chooseFund",
                                                "<bpmn:businessRuleTask id=\"businessRuleTask_chooseFund\" name=\"Choose fund\" camunda:decisionRef=\"fund-choice\"/>")),
                bad("a process that does not exist", "calls the process “case-ending”, which does not exist")
                        .with(ChangedModel.of("support-case.bpmn")
                                .set(SupportCaseProcess.Elements.CLOSE_CASE, "calledElement", "case-ending")));
    }

    /** A tick of a new form that a process or the engine would take for something else. */
    private static Change taken(String what, String key) {
        return bad(
                        what,
                        "has the key “%s”, which the processes use for something else: give it a key of its own"
                                .formatted(key))
                .with("take-a-second-look", GoodChanges.secondLook().field("checkbox", key, "Approved?", ""));
    }

    /** A new form that shows something else than plain marks. */
    private static Change markedUp(String what, String type, String property, String text) {
        return bad(what, "in its text, which could run something, load it from elsewhere or send something there")
                .with("take-a-second-look", shown(type, property, text));
    }

    private static Change ledTo(String what, String type, String property, String text) {
        return bad(what, "has a link or a picture from “").with("take-a-second-look", shown(type, property, text));
    }

    private static ChangedForm shown(String type, String property, String text) {
        return GoodChanges.secondLook().shows(type, property, text);
    }

    private static Stream<Change> forms() {
        return Stream.of(
                bad("a form that lacks a field", "(answer) is missing, and the step needs it")
                        .with(
                                "approve-job-plan",
                                ChangedForm.of("approve-job-plan").without("answer")),
                bad("a form that lacks a field needed for some answers", "(declineReason) is missing")
                        .with("assess-request", ChangedForm.of("assess-request").without("declineReason")),
                bad("a form with a field that the step does not know", "is a field that the step does not know")
                        .with(
                                "approve-job-plan",
                                ChangedForm.of("approve-job-plan").field("textfield", "mood", "How do you feel?", "")),
                bad("a form under another name", "(answer) is missing")
                        .with(
                                "harmless.form",
                                ChangedForm.of("approve-job-plan")
                                        .without("answer")
                                        .bytes()),
                bad("a file picker", "is of the type “filepicker”, which Tasklist cannot show")
                        .with("take-a-second-look", GoodChanges.secondLook().field("filepicker", "proof", "Proof", "")),
                bad("a document preview", "is of the type “documentPreview”")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLook().field("documentPreview", "proof", "Proof", "")),
                bad(
                                "a select whose source does not exist",
                                "takes its choices from “myColleagues”, which nobody provides")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLook()
                                        .field("select", "colleague", "Colleague", "\"valuesKey\":\"myColleagues\"")),
                bad(
                                "a select of ours with another source",
                                "takes its choices from “pmList”, which nobody provides to this form: write the choices, or use")
                        .with(
                                "choose-pm",
                                ChangedForm.of("choose-pm").change("pm", field -> field.put("valuesKey", "pmList"))),
                bad("a table whose source does not exist", "is a table of “=plan”, which nobody provides")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLook()
                                        .field("table", "plan", "Plan", "\"dataSource\":\"=plan\",\"columns\":[]")),
                bad(
                                "a choice that the step does not know",
                                "offers the value “MAYBE”, which its step does not know: use APPROVE, REFUSE")
                        .with(
                                "approve-job-plan",
                                ChangedForm.of("approve-job-plan").change("answer", field -> ((ObjectNode)
                                                field.get("values").get(0))
                                        .put("value", "MAYBE"))),
                bad(
                                "a reason to decline that is not in the scheme's list",
                                "offers the value “FULL_MOON”, which its step does not know: use OUTSIDE_AREA")
                        .with("assess-request", ChangedForm.of("assess-request").change("declineReason", field -> {
                            field.remove("valuesKey");
                            field.putArray("values")
                                    .addObject()
                                    .put("label", "Full moon")
                                    .put("value", "FULL_MOON");
                        })),
                bad(
                                "kinds of help from another list",
                                "takes its choices from “declineReasonOptions”, and its step knows those of “helpKindOptions”")
                        .with(
                                "assess-request",
                                ChangedForm.of("assess-request")
                                        .change("helpKinds", field -> field.put("valuesKey", "declineReasonOptions"))),
                bad("a field of another type", "is of the type “textfield”, which its step cannot take")
                        .with(
                                "introduce-pm",
                                ChangedForm.of("introduce-pm")
                                        .change("firstVisitOn", field -> field.put("type", "textfield"))),
                taken("a field by the name of a variable of a process", JobPlanApprovalProcess.Variables.PLAN_APPROVED),
                taken("a field by the name of an outcome", ManagerMatchingProcess.Variables.PM_MATCHED),
                taken("a field by the name of a deadline", WeeklyCheckInProcess.Variables.CHASE_AT),
                taken("a field by the name of what all cases have", CaseVariables.RAG),
                taken("a field by a word of the engine", "execution"),
                taken("a field by the name of a step's bean", "queueMessage"),
                bad("a new form with a list in a list", "“Gaps in the rota” (gaps) is a list with a list in it")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLookAtGaps(
                                        ",{\"type\":\"dynamiclist\",\"path\":\"inner\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"A\"}]}")),
                bad(
                                "a new form with a list whose fields share a key",
                                "(gaps) has two fields of the same key in its entries")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLookAtGaps(
                                        ",{\"type\":\"textfield\",\"key\":\"day\",\"label\":\"Once more\"}")),
                bad("a new form with a list of nothing", "(nothing) is a list of entries without a field")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLook()
                                        .field(
                                                "dynamiclist",
                                                "nothing",
                                                "Nothing",
                                                "\"path\":\"nothing\",\"components\":[]")),
                markedUp("a script in a form", "html", "content", "<script>alert(1)</script>"),
                markedUp("a form within a form", "html", "content", "<form action='https://evil.example'>"),
                markedUp("a frame", "html", "content", "<iframe src=\"https://evil.example\"></iframe>"),
                markedUp("styles in a form", "html", "content", "<style>@import 'https://evil.example'</style>"),
                markedUp("a mark that runs something", "html", "content", "<p onclick=\"alert(1)\">Press</p>"),
                markedUp("a mark with a style", "html", "content", "<p style=\"position:fixed\">Here</p>"),
                markedUp("a picture within HTML", "html", "content", "<p>x</p><img src=x onerror=alert(1)>"),
                markedUp("HTML in a text", "text", "text", "Please <svg/onload=alert(1)> read"),
                markedUp("a mark that is not closed", "text", "text", "Please read <b"),
                markedUp("a mark that an expression completes", "html", "content", "<{{word}}img src=x>"),
                markedUp("a mark that an expression makes", "text", "text", "{{\"<img src=x>\"}}"),
                markedUp("a mark that an expression spells", "text", "text", "{{\"\\u003cimg src=x>\"}}"),
                markedUp("a text that is an expression", "text", "text", "=\"<img src=x>\""),
                ledTo("a link that runs something", "text", "text", "[Read](javascript:alert(1))"),
                ledTo("a link below that runs something", "text", "text", "[Read][1]\n\n[1]: javascript:alert(1)"),
                ledTo("a link of HTML that runs something", "html", "content", "<a href=\"jav&#97;script:x\">Read</a>"),
                ledTo("a link to the host of somebody else", "text", "text", "[Read](//evil.example)"),
                ledTo("a picture from elsewhere in a text", "text", "text", "![ ](https://evil.example/seen.png)"),
                bad("a picture from elsewhere", "is a picture from “https://evil.example/seen.png”")
                        .with("take-a-second-look", shown("image", "source", "https://evil.example/seen.png")),
                bad("a picture that an expression chooses", "is a picture from “=picture”")
                        .with("take-a-second-look", shown("image", "source", "=picture")),
                bad("a form without an id", "The form has no id")
                        .with("take-a-second-look", GoodChanges.secondLook().changeAll(form -> ((ObjectNode) form)
                                .remove("id"))),
                bad("a form that is no JSON", "cannot be read as a form")
                        .with("take-a-second-look.form", "{\"id\": ".getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Change> decisions() {
        return Stream.of(
                bad("a decision that lost an output", "has lost the output “nearMiles”")
                        .with(ChangedModel.of("matching-weights.dmn")
                                .set("output_matchingWeights_5", "name", "closeMiles")),
                bad("an answer that computes for ever", "loops over a range of numbers that is longer than 1,000")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("outputEntry_approvalLevel_1_1", "text", "count(for i in 1..300000 return i*i)")),
                bad("a condition that searches for ever", "searches a text with a pattern that may take for ever")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("inputEntry_approvalLevel_1_1", "text", "matches(?, \"(a+)+b\")")),
                bad(
                                "a rating that nobody knows",
                                "with \"BLUE\" in rule 1, which is unknown: use one of GREEN, AMBER, RED")
                        .with(ChangedModel.of("rag-rating.dmn").text("outputEntry_ragRating_1_1", "text", "\"BLUE\"")),
                bad("a gap", "has no rule for cost = 5000.01, variation = false")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("inputEntry_approvalLevel_2_1", "text", "> 6000")),
                bad("an overlap", "has several rules for cost = 4000.01, variation = false (rule 1, rule 2)")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("inputEntry_approvalLevel_2_1", "text", "> 4000")),
                bad("a rating without weights", "has no rule for rag = “GREEN”")
                        .with(ChangedModel.of("matching-weights.dmn").without("rule_matchingWeights_3")),
                bad("service levels without the row for any other step", "has lost the row “Any other step”")
                        .with(ChangedModel.of("service-levels.dmn").without("rule_serviceLevels_29")),
                bad("service levels without a deadline", "has lost the row “Chase due”, which the scheme needs")
                        .with(ChangedModel.of("service-levels.dmn").without("rule_serviceLevels_17")),
                bad("two service levels of one step", "has “Assess request” in rule 1 and in rule 2: keep one")
                        .with(ChangedModel.of("service-levels.dmn")
                                .text("inputEntry_serviceLevels_2_1", "text", "\"Assess request\"")),
                bad("a service level of no step", "has no name in rule 1: write one in quotation marks")
                        .with(ChangedModel.of("service-levels.dmn").text("inputEntry_serviceLevels_1_1", "text", "")),
                bad("a service level of every step but one", "has no name in rule 1")
                        .with(ChangedModel.of("service-levels.dmn")
                                .text("inputEntry_serviceLevels_1_1", "text", "not(\"Choose PM\")")),
                bad("service levels that leave a rating out", "answers “green” with nothing in rule 4")
                        .with(ChangedModel.of("service-levels.dmn").text("outputEntry_serviceLevels_3_3", "text", "")),
                bad("service levels that lost a rating", "has lost the output “unrated”, which the scheme needs")
                        .with(ChangedModel.of("service-levels.dmn").set("output_serviceLevels_4", "name", "none")),
                bad("service levels by something else too", "has more than one input")
                        .with(ChangedModel.of("service-levels.dmn").add("decisionTable_serviceLevels", """
                                <bpmn:input id="input_group"><bpmn:inputExpression typeRef="string">\
                                <bpmn:text>step</bpmn:text></bpmn:inputExpression></bpmn:input>""")),
                bad("stuck limits without a cause", "has lost the row “Nobody suitable”, which the scheme needs")
                        .with(ChangedModel.of("stuck-limits.dmn").without("rule_stuckLimits_4")),
                bad("a deadline that tells somebody nobody knows", "answers “tells” with \"Everybody\" in rule 4")
                        .with(ChangedModel.of("deadline-levels.dmn")
                                .text("outputEntry_deadlineLevels_4_5", "text", "\"Everybody\"")),
                bad("a warning of a deadline days before", "answers “red” with -24 in rule 3")
                        .with(ChangedModel.of("deadline-levels.dmn")
                                .text("outputEntry_deadlineLevels_3_1", "text", "-24")),
                bad("a level of deadlines without a row", "has no rule for step = “anything else”, level = “Warning”")
                        .with(ChangedModel.of("deadline-levels.dmn").without("rule_deadlineLevels_3")),
                bad("a stuck limit below zero", "answers “red” with -1 in rule 1")
                        .with(ChangedModel.of("stuck-limits.dmn").text("outputEntry_stuckLimits_1_1", "text", "-1")),
                bad(
                                "a question about help that nobody answers",
                                "uses the input “helpWithFlowers”, which it is not given")
                        .with(ChangedModel.of("rag-rating.dmn")
                                .text("inputExpression_ragUrgency_8", "text", "helpWithFlowers")),
                bad("a policy that gives several answers", "may give several answers with the hit policy COLLECT")
                        .with(ChangedModel.of("approval-level.dmn")
                                .set("decisionTable_approvalLevel", "hitPolicy", "COLLECT")),
                bad(
                                "a policy that the engine does not know",
                                "has the hit policy PRIORITY, which Camunda 7 does not know")
                        .with(ChangedModel.of("approval-level.dmn")
                                .set("decisionTable_approvalLevel", "hitPolicy", "PRIORITY")),
                bad("another one", "has the hit policy OUTPUT ORDER, which Camunda 7 does not know")
                        .with(ChangedModel.of("rag-rating.dmn")
                                .set("decisionTable_ragImpact", "hitPolicy", "OUTPUT ORDER")),
                bad("a decision in another language", "is written in “javascript”: decisions are written in FEEL")
                        .with(ChangedModel.of("approval-level.dmn")
                                .set("inputExpression_approvalLevel_1", "expressionLanguage", "javascript")),
                bad("a cell that cannot be read", "has a condition in rule 1 that cannot be read")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("inputEntry_approvalLevel_1_1", "text", "up to 5000")),
                bad("a fact that nobody tells", "uses the input “price”, which it is not given")
                        .with(ChangedModel.of("approval-level.dmn")
                                .text("inputExpression_approvalLevel_1", "text", "price")),
                bad("a decision without a history time", "has no history time to live")
                        .with(ChangedModel.of("approval-level.dmn")
                                .set("approval-level", "camunda:historyTimeToLive", null)));
    }
}
