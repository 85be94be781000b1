package org.rovingpm.modelchange;

import org.rovingpm.supportcase.SupportCaseProcess;

/** A process in which a case can stand in every way that there is, and the same process as a manager changes it. */
final class EveryKindOfToken {

    static final String KEY = "every-kind-of-token";
    static final String FILE = KEY + ".bpmn";
    static final String CALLED_FILE = "every-kind-called.bpmn";
    static final String MESSAGE = SupportCaseProcess.Messages.RAG_QUESTIONED;

    static final String BEFORE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions_everyKind" targetNamespace="https://rovingpm.org/tests">
          <bpmn:process id="every-kind-of-token" name="Every kind of token" isExecutable="true" camunda:historyTimeToLive="P30D">
            <bpmn:documentation>For tests. Owner: process manager.</bpmn:documentation>
            <bpmn:startEvent id="startEvent_begun" name="Begun"><bpmn:outgoing>flow_begun_fork</bpmn:outgoing></bpmn:startEvent>
            <bpmn:parallelGateway id="gateway_fork" />
            <bpmn:userTask id="userTask_decide" name="Decide" camunda:candidateGroups="process-manager" />
            <bpmn:boundaryEvent id="boundaryEvent_reminderDue" name="Reminder due" cancelActivity="false" attachedToRef="userTask_decide">
              <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R5/PT2M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
              <bpmn:timerEventDefinition id="timer_reminderDue"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${reminderAt}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="endEvent_reminded" name="Reminded" />
            <bpmn:intermediateCatchEvent id="intermediateEvent_dayCome" name="Day come">
              <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R5/PT2M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
              <bpmn:timerEventDefinition id="timer_dayCome"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${holdEndsAt}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:intermediateCatchEvent id="intermediateEvent_toldToGoOn" name="Told to go on">
              <bpmn:messageEventDefinition id="messageEventDefinition_toldToGoOn" messageRef="message_goOn" />
            </bpmn:intermediateCatchEvent>
            <bpmn:callActivity id="callActivity_waitForTheCall" name="Wait for the call" calledElement="every-kind-called" />
            <bpmn:subProcess id="subProcess_within" name="Within">
              <bpmn:startEvent id="startEvent_withinBegun" name="Within begun"><bpmn:outgoing>flow_withinBegun_workWithin</bpmn:outgoing></bpmn:startEvent>
              <bpmn:userTask id="userTask_workWithin" name="Work within" camunda:candidateGroups="process-manager" />
              <bpmn:endEvent id="endEvent_withinDone" name="Within done" />
              <bpmn:sequenceFlow id="flow_withinBegun_workWithin" sourceRef="startEvent_withinBegun" targetRef="userTask_workWithin" />
              <bpmn:sequenceFlow id="flow_workWithin_withinDone" sourceRef="userTask_workWithin" targetRef="endEvent_withinDone" />
            </bpmn:subProcess>
            <bpmn:serviceTask id="serviceTask_fails" name="Fails" camunda:asyncBefore="true" camunda:delegateExpression="#{releaseMoney}">
              <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R1/PT1H</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:userTask id="userTask_sign" name="Sign" camunda:candidateGroups="process-manager" />
            <bpmn:endEvent id="endEvent_done" name="Done" />
            <bpmn:sequenceFlow id="flow_begun_fork" sourceRef="startEvent_begun" targetRef="gateway_fork" />
            <bpmn:sequenceFlow id="flow_fork_decide" sourceRef="gateway_fork" targetRef="userTask_decide" />
            <bpmn:sequenceFlow id="flow_fork_dayCome" sourceRef="gateway_fork" targetRef="intermediateEvent_dayCome" />
            <bpmn:sequenceFlow id="flow_fork_toldToGoOn" sourceRef="gateway_fork" targetRef="intermediateEvent_toldToGoOn" />
            <bpmn:sequenceFlow id="flow_fork_waitForTheCall" sourceRef="gateway_fork" targetRef="callActivity_waitForTheCall" />
            <bpmn:sequenceFlow id="flow_fork_within" sourceRef="gateway_fork" targetRef="subProcess_within" />
            <bpmn:sequenceFlow id="flow_fork_fails" sourceRef="gateway_fork" targetRef="serviceTask_fails" />
            <bpmn:sequenceFlow id="flow_fork_sign" sourceRef="gateway_fork" targetRef="userTask_sign" />
            <bpmn:sequenceFlow id="flow_reminderDue_reminded" sourceRef="boundaryEvent_reminderDue" targetRef="endEvent_reminded" />
            <bpmn:sequenceFlow id="flow_decide_done" sourceRef="userTask_decide" targetRef="endEvent_done" />
            <bpmn:sequenceFlow id="flow_dayCome_done" sourceRef="intermediateEvent_dayCome" targetRef="endEvent_done" />
            <bpmn:sequenceFlow id="flow_toldToGoOn_done" sourceRef="intermediateEvent_toldToGoOn" targetRef="endEvent_done" />
            <bpmn:sequenceFlow id="flow_waitForTheCall_done" sourceRef="callActivity_waitForTheCall" targetRef="endEvent_done" />
            <bpmn:sequenceFlow id="flow_within_done" sourceRef="subProcess_within" targetRef="endEvent_done" />
            <bpmn:sequenceFlow id="flow_fails_done" sourceRef="serviceTask_fails" targetRef="endEvent_done" />
            <bpmn:sequenceFlow id="flow_sign_done" sourceRef="userTask_sign" targetRef="endEvent_done" />
          </bpmn:process>
          <bpmn:message id="message_goOn" name="ragQuestioned" />
        </bpmn:definitions>
        """;

    static final String CALLED = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            id="definitions_everyKindCalled" targetNamespace="https://rovingpm.org/tests">
          <bpmn:process id="every-kind-called" name="Called" isExecutable="true" camunda:historyTimeToLive="P30D">
            <bpmn:documentation>For tests. Owner: process manager.</bpmn:documentation>
            <bpmn:startEvent id="startEvent_called" name="Called" />
            <bpmn:userTask id="userTask_answerCall" name="Answer call" camunda:candidateGroups="process-manager" />
            <bpmn:endEvent id="endEvent_answered" name="Answered" />
            <bpmn:sequenceFlow id="flow_called_answerCall" sourceRef="startEvent_called" targetRef="userTask_answerCall" />
            <bpmn:sequenceFlow id="flow_answerCall_answered" sourceRef="userTask_answerCall" targetRef="endEvent_answered" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    /** Another name here and there; one step more behind the decision; the step "Sign" has another id, so that it is another step. */
    static final String AFTER = BEFORE.replace("name=\"Work within\"", "name=\"Work inside\"")
            .replace("userTask_sign", "userTask_signAndSend")
            .replace("name=\"Sign\"", "name=\"Sign and send\"")
            .replace(
                    "<bpmn:sequenceFlow id=\"flow_decide_done\" sourceRef=\"userTask_decide\" targetRef=\"endEvent_done\" />",
                    """
            <bpmn:userTask id="userTask_confirm" name="Confirm" camunda:candidateGroups="process-manager" />
            <bpmn:sequenceFlow id="flow_decide_confirm" sourceRef="userTask_decide" targetRef="userTask_confirm" />
            <bpmn:sequenceFlow id="flow_confirm_done" sourceRef="userTask_confirm" targetRef="endEvent_done" />""");

    private EveryKindOfToken() {}
}
