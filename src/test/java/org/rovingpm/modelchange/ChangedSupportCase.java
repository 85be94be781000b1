package org.rovingpm.modelchange;

/** The main process with one approval more, which has a form of its own: as a manager makes it without any code. */
public final class ChangedSupportCase {

    public static final String FILE = "support-case.bpmn";
    public static final String STEP = "userTask_approveAssessment";

    public static final String FORM_FILE = "approve-assessment.form";
    public static final String FORM = """
        {"executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 16, "type": "default",
         "id": "approve-assessment", "components": [
          {"type": "text", "id": "text_caseSummary", "text": "Look at the case once more."},
          {"type": "checkbox", "id": "field_seen", "key": "assessmentSeen", "label": "I have read the assessment"}]}
        """;

    public static final String MODEL = ChangedModels.changed(
            FILE,
            "targetRef=\"gateway_requestAccepted\" />",
            "targetRef=\"userTask_approveAssessment\" />",
            "<bpmn:incoming>flow_assessRequest_requestAccepted</bpmn:incoming>",
            "<bpmn:incoming>flow_approveAssessment_requestAccepted</bpmn:incoming>",
            "    <bpmn:exclusiveGateway id=\"gateway_requestAccepted\"",
            """
                <bpmn:userTask id="userTask_approveAssessment" name="Approve assessment" camunda:formRef="approve-assessment" camunda:formRefBinding="latest" camunda:candidateGroups="service-manager">
                  <bpmn:documentation>The service manager sees each assessment before the practice is told.</bpmn:documentation>
                  <bpmn:incoming>flow_assessRequest_requestAccepted</bpmn:incoming>
                  <bpmn:outgoing>flow_approveAssessment_requestAccepted</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="flow_approveAssessment_requestAccepted" sourceRef="userTask_approveAssessment" targetRef="gateway_requestAccepted" />
                <bpmn:exclusiveGateway id="gateway_requestAccepted\"""",
            "        <di:waypoint x=\"425\" y=\"240\" />\n        <di:waypoint x=\"480\" y=\"240\" />\n",
            "        <di:waypoint x=\"375\" y=\"280\" />\n        <di:waypoint x=\"375\" y=\"305\" />\n",
            "      <bpmndi:BPMNShape id=\"gateway_requestAccepted_di\"",
            """
                  <bpmndi:BPMNShape id="userTask_approveAssessment_di" bpmnElement="userTask_approveAssessment">
                    <dc:Bounds x="325" y="305" width="100" height="80" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="flow_approveAssessment_requestAccepted_di" bpmnElement="flow_approveAssessment_requestAccepted">
                    <di:waypoint x="425" y="345" />
                    <di:waypoint x="452" y="345" />
                    <di:waypoint x="452" y="240" />
                    <di:waypoint x="480" y="240" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNShape id="gateway_requestAccepted_di\"""");

    private ChangedSupportCase() {}
}
