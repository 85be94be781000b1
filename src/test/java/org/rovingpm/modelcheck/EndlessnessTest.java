package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.modelcheck.known.ModelFile;

/** No case runs in circles without waiting, through whatever processes the circle leads. */
class EndlessnessTest {

    private static final String TASK =
            "<bpmn:userTask id=\"userTask_wait\" name=\"Wait\" camunda:candidateGroups=\"coordinator\"/>";

    private static List<String> problems(ModelFile... files) {
        return Checked.problems(List.of(files));
    }

    private static String call(String process) {
        return "<bpmn:callActivity id=\"callActivity_%1$s\" name=\"Do %1$s\" calledElement=\"%1$s\"/>"
                .formatted(process);
    }

    @Test
    void aProcessDoesNotCallItselfAtOnce() {
        assertThat(problems(OwnProcess.inLine("one", call("one"))))
                .singleElement()
                .asString()
                .contains(
                        "“Do one” (callActivity_one) begins the process “one”, which comes back to this one without waiting");
        assertThat(problems(OwnProcess.inLine("one", TASK, call("one")))).isEmpty();
    }

    @Test
    void processesDoNotCallEachOtherAtOnce() {
        assertThat(problems(
                        OwnProcess.inLine("one", call("two")),
                        OwnProcess.inLine("two", call("three")),
                        OwnProcess.inLine("three", call("one"))))
                .hasSize(3)
                .allMatch(problem -> problem.contains("without waiting for anything, so that it would never end"));
        assertThat(problems(
                        OwnProcess.inLine("one", call("two")),
                        OwnProcess.inLine("two", call("three"), TASK),
                        OwnProcess.inLine("three", TASK, call("one"))))
                .isEmpty();
    }

    @Test
    void aProcessDoesNotStartItselfByASignal() {
        String body = """
                <bpmn:startEvent id="start" name="Called"><bpmn:signalEventDefinition signalRef="signal_again"/></bpmn:startEvent>
                <bpmn:sequenceFlow id="flow_1" sourceRef="start" targetRef="%s"/>
                <bpmn:userTask id="userTask_wait" name="Wait" camunda:candidateGroups="coordinator"/>
                <bpmn:sequenceFlow id="flow_2" sourceRef="userTask_wait" targetRef="end"/>
                <bpmn:endEvent id="end" name="Again"><bpmn:signalEventDefinition signalRef="signal_again"/></bpmn:endEvent>""";
        assertThat(problems(withSignal(OwnProcess.of("one", body.formatted("end")))))
                .singleElement()
                .asString()
                .contains("“Again” (end) begins the process “one”");
        assertThat(problems(withSignal(OwnProcess.of("one", body.formatted("userTask_wait")))))
                .isEmpty();
    }

    private static ModelFile withSignal(ModelFile file) {
        return new ModelFile(
                file.name(),
                new String(file.content(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("</bpmn:process>", "</bpmn:process><bpmn:signal id=\"signal_again\" name=\"again\"/>")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ModelFile loop(String inIt) {
        return OwnProcess.of("one", """
                <bpmn:startEvent id="start" name="Begun"/>
                <bpmn:sequenceFlow id="flow_1" sourceRef="start" targetRef="gateway_join"/>
                <bpmn:exclusiveGateway id="gateway_join"/>
                <bpmn:sequenceFlow id="flow_2" sourceRef="gateway_join" targetRef="in_it"/>
                %s
                <bpmn:sequenceFlow id="flow_3" sourceRef="in_it" targetRef="gateway_again"/>
                <bpmn:exclusiveGateway id="gateway_again" name="Again?" default="flow_yes"/>
                <bpmn:sequenceFlow id="flow_yes" sourceRef="gateway_again" targetRef="gateway_join"/>
                <bpmn:sequenceFlow id="flow_no" sourceRef="gateway_again" targetRef="end"><bpmn:conditionExpression
                 xsi:type="bpmn:tFormalExpression">${1 == 2}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:endEvent id="end" name="Ended"/>""".formatted(inIt));
    }

    @Test
    void aLoopThroughACallWaitsOnlyIfTheCalledProcessDoes() {
        ModelFile loop = loop("<bpmn:callActivity id=\"in_it\" name=\"Do two\" calledElement=\"two\"/>");
        assertThat(problems(loop, OwnProcess.inLine("two", TASK))).isEmpty();
        assertThat(problems(loop, OwnProcess.inLine("two")))
                .singleElement()
                .asString()
                .contains("is part of a loop without a wait (Again?, Do two, gateway_join)");
        assertThat(problems(loop, OwnProcess.of("two", """
                <bpmn:startEvent id="start" name="Begun"/>
                <bpmn:sequenceFlow id="flow_1" sourceRef="start" targetRef="gateway_wait"/>
                <bpmn:exclusiveGateway id="gateway_wait" name="Wait?" default="flow_yes"/>
                <bpmn:sequenceFlow id="flow_yes" sourceRef="gateway_wait" targetRef="userTask_wait"/>
                <bpmn:sequenceFlow id="flow_no" sourceRef="gateway_wait" targetRef="end"><bpmn:conditionExpression
                 xsi:type="bpmn:tFormalExpression">${1 == 1}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:userTask id="userTask_wait" name="Wait" camunda:candidateGroups="coordinator"/>
                <bpmn:sequenceFlow id="flow_2" sourceRef="userTask_wait" targetRef="end"/>
                <bpmn:endEvent id="end" name="Ended"/>""")))
                .singleElement()
                .asString()
                .contains("is part of a loop without a wait");
    }

    @Test
    void aLoopThroughASubProcessWaitsOnlyIfEveryWayThroughItDoes() {
        String sub = """
                <bpmn:subProcess id="in_it" name="Both"><bpmn:startEvent id="start_in" name="In"/>
                <bpmn:sequenceFlow id="flow_in" sourceRef="start_in" targetRef="gateway_fork"/>
                <bpmn:%1$s id="gateway_fork" name="Which?" %2$s/>
                <bpmn:sequenceFlow id="flow_a" sourceRef="gateway_fork" targetRef="userTask_a"/>
                <bpmn:sequenceFlow id="flow_b" sourceRef="gateway_fork" targetRef="end_in">%3$s</bpmn:sequenceFlow>
                <bpmn:userTask id="userTask_a" name="Wait" camunda:candidateGroups="coordinator"/>
                <bpmn:sequenceFlow id="flow_c" sourceRef="userTask_a" targetRef="end_in"/>
                <bpmn:endEvent id="end_in" name="Out"/></bpmn:subProcess>""";
        assertThat(problems(loop(sub.formatted("parallelGateway", "", "")))).isEmpty();
        assertThat(
                        problems(
                                loop(
                                        sub.formatted(
                                                "exclusiveGateway",
                                                "default=\"flow_a\"",
                                                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${1 == 1}</bpmn:conditionExpression>"))))
                .singleElement()
                .asString()
                .contains("is part of a loop without a wait");
    }

    @Test
    void aLoopThroughALinkOrAnErrorIsALoop() {
        assertThat(problems(OwnProcess.of("one", """
                <bpmn:startEvent id="start" name="Begun"/>
                <bpmn:sequenceFlow id="flow_1" sourceRef="start" targetRef="gateway_join"/>
                <bpmn:exclusiveGateway id="gateway_join"/>
                <bpmn:sequenceFlow id="flow_2" sourceRef="gateway_join" targetRef="throw"/>
                <bpmn:intermediateThrowEvent id="throw" name="On"><bpmn:linkEventDefinition id="l1" name="On"/></bpmn:intermediateThrowEvent>
                <bpmn:intermediateCatchEvent id="catch" name="On"><bpmn:linkEventDefinition id="l2" name="On"/></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="flow_3" sourceRef="catch" targetRef="gateway_join"/>""")))
                .anyMatch(problem -> problem.contains("is part of a loop without a wait"));
        assertThat(
                        problems(
                                loop(
                                        "<bpmn:intermediateCatchEvent id=\"in_it\" name=\"At once\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")))
                .anyMatch(problem -> problem.contains("is part of a loop without a wait"));
        assertThat(
                        problems(
                                loop(
                                        "<bpmn:intermediateCatchEvent id=\"in_it\" name=\"Tomorrow\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")))
                .isEmpty();
    }

    @Test
    void aChangeThatMakesACalledProcessPassThroughBreaksTheLoopOfItsCaller() {
        assertThat(Checked.problems(ChangedModel.of("weekly-check-in.bpmn")
                        .set("flow_weekBegun_weekOver", "targetRef", "endEvent_weekDone")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("With this change the process “support-case” would break")
                        .contains("is part of a loop without a wait"));
    }
}
