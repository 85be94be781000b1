package org.rovingpm.modelchange;

/** The main process with one approval more, which has a form of its own: as a manager makes it without any code. */
public final class ChangedSupportCase {

    public static final String FILE = "support-case.bpmn";
    public static final String STEP = "userTask_approveIntroduction";

    private static final String TASK = """
        <bpmn:userTask id="userTask_approveIntroduction" name="Approve introduction" camunda:formRef="approve-introduction" \
        camunda:formRefBinding="latest" camunda:candidateGroups="service-manager">
          <bpmn:documentation>The service manager has a last look before PM and practice meet.</bpmn:documentation>
        </bpmn:userTask>
        <bpmn:sequenceFlow id="flow_approveIntroduction_introducePm" sourceRef="userTask_approveIntroduction" targetRef="userTask_introducePm" />
        """;

    private ChangedSupportCase() {
    }
}
