package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.engine.EngineReading;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody who may deploy models can, and cannot, put into them. */
@ApplicationTest
class ModelsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private HttpResponse<String> deploy(String file, String content) {
        return Api.as(people.with(Role.PROCESS_MANAGER), Api.Door.PROGRAMS, port)
                .deploy(file, content);
    }

    private static String process(String id, String elements) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
            </definitions>""".formatted(id, elements);
    }

    private static String step(String step) {
        return "<startEvent id=\"start\"/><sequenceFlow id=\"one\" sourceRef=\"start\" targetRef=\"step\"/>" + step
                + "<sequenceFlow id=\"two\" sourceRef=\"step\" targetRef=\"end\"/><endEvent id=\"end\"/>";
    }

    private static String inStep(String extensions) {
        return step("<userTask id=\"step\"><extensionElements>" + extensions + "</extensionElements></userTask>");
    }

    static Stream<Arguments> code() {
        return Stream.of(
                Arguments.of(
                        "script task",
                        step("<scriptTask id=\"step\" scriptFormat=\"javascript\"><script>1</script></scriptTask>")),
                Arguments.of(
                        "script task with a resource",
                        step("<scriptTask id=\"step\" scriptFormat=\"javascript\" camunda:resource=\"x.js\"/>")),
                Arguments.of(
                        "script listener",
                        inStep(
                                "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:taskListener>")),
                Arguments.of(
                        "execution listener",
                        inStep(
                                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>")),
                Arguments.of(
                        "scripted input",
                        inStep(
                                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                Arguments.of(
                        "scripted output in a list",
                        inStep(
                                "<camunda:inputOutput><camunda:outputParameter name=\"x\"><camunda:list><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:list></camunda:outputParameter></camunda:inputOutput>")),
                Arguments.of(
                        "script condition",
                        step("<exclusiveGateway id=\"step\"/>")
                                + "<endEvent id=\"other\"/><sequenceFlow id=\"three\" sourceRef=\"step\" targetRef=\"other\"><conditionExpression xsi:type=\"tFormalExpression\" language=\"javascript\">true</conditionExpression></sequenceFlow>"),
                Arguments.of("Java class", step("<serviceTask id=\"step\" camunda:class=\"java.lang.Thread\"/>")),
                Arguments.of(
                        "listener class",
                        inStep("<camunda:taskListener event=\"create\" class=\"java.lang.Thread\"/>")),
                Arguments.of(
                        "validator class",
                        inStep(
                                "<camunda:formData><camunda:formField id=\"x\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"java.lang.Thread\"/></camunda:validation></camunda:formField></camunda:formData>")),
                Arguments.of(
                        "form handler class",
                        step("<userTask id=\"step\" camunda:formHandlerClass=\"java.lang.Thread\"/>")),
                Arguments.of(
                        "shell command",
                        step(
                                "<serviceTask id=\"step\" camunda:type=\"shell\"><extensionElements><camunda:field name=\"command\" stringValue=\"id\"/></extensionElements></serviceTask>")),
                Arguments.of(
                        "embedded form",
                        step("<userTask id=\"step\" camunda:formKey=\"embedded:deployment:evil.html\"/>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("code")
    void codeInAModelIsRefusedWithASentence(String what, String elements) {
        HttpResponse<String> answer = deploy("code.bpmn", process("code", elements));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Browser.json(answer).get("message").asText())
                .contains("step")
                .containsAnyOf(
                        "not allowed",
                        "has a script as its condition",
                        "names a Java class",
                        "names a validator",
                        "has a form key");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("code")
    void codeInAModelIsRefusedByTheEngineItselfToo(String what, String elements) {
        assertThatThrownBy(() -> EngineReading.read(engine, process("code", elements)))
                .isInstanceOf(ParseException.class)
                .satisfies(refused ->
                        assertThat(refused.getMessage()).containsAnyOf("not allowed", "may not", "is a Camunda Form"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${''.class}",
                "${''.getClass()}",
                "${taskService}",
                "${identityService.newUser('x')}",
                "${dataSource}",
                "${rememberKey.class}",
                "${rememberKey.execute(execution)}",
                "${execution.class}",
                "${execution.setVariable('x', 1)}",
                "${environment}",
                "${execution.bpmnModelInstance}"
            })
    void anExpressionInAModelReachesNothingButVariablesAndDelegates(String expression) {
        HttpResponse<String> answer = deploy(
                "expression.bpmn",
                process(
                        "expression",
                        step("<serviceTask id=\"step\" camunda:asyncBefore=\"true\" " + "camunda:delegateExpression=\""
                                + expression + "\"/>")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);

        assertThat(deploy(
                                "waiting.bpmn",
                                process(
                                        "waiting",
                                        step("<userTask id=\"step\" camunda:candidateGroups=\"coordinator\"/>")))
                        .statusCode())
                .isEqualTo(200);
        String instance = runtime.startProcessInstanceByKey("waiting").getId();
        assertThatThrownBy(() -> EngineReading.evaluate(engine, expression, instance))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aModelNamesADelegateAndTheBusinessKey() {
        String id = "namesDelegate";
        assertThat(deploy(
                                id + ".bpmn",
                                process(
                                        id,
                                        step("<serviceTask id=\"step\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"#{rememberKey}\"/>")
                                                .replace(
                                                        "targetRef=\"end\"/><endEvent id=\"end\"/>",
                                                        "targetRef=\"wait\"/><userTask id=\"wait\" camunda:candidateGroups=\"coordinator\"><extensionElements><camunda:inputOutput>"
                                                                + "<camunda:inputParameter name=\"key\">${execution.processBusinessKey}</camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>")))
                        .statusCode())
                .isEqualTo(200);
        String instance = runtime.startProcessInstanceByKey(id, "RPM-1999-0001").getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(instance).singleResult().getId());
        assertThat(runtime.getVariable(instance, "remembered")).isEqualTo("RPM-1999-0001");
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName("key")
                        .singleResult()
                        .getValue())
                .isEqualTo("RPM-1999-0001");
    }

    private static String decision(String attributes, String text) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test">
              <decision id="languages" name="Languages" camunda:historyTimeToLive="P1D"><decisionTable id="t">
                <input id="i"><inputExpression id="ie" typeRef="number" %s><text>cost</text></inputExpression></input>
                <output id="o" name="result" typeRef="string"/>
                <rule id="r"><inputEntry id="e"><text>&gt; 10</text></inputEntry><outputEntry id="oe"><text>%s</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>""".formatted(attributes, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "JavaScript"})
    void aDecisionInAnotherLanguageThanFeelIsRefused(String language) {
        HttpResponse<String> answer =
                deploy("languages.dmn", decision("expressionLanguage=\"" + language + "\"", "\"high\""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("decisions are written in FEEL");
    }

    @Test
    void aDecisionInFeelIsEvaluated() {
        assertThat(deploy("languages.dmn", decision("", "\"high\"")).statusCode())
                .isEqualTo(200);
        assertThat(decisions
                        .evaluateDecisionTableByKey("languages", Variables.putValue("cost", 20))
                        .<String>getSingleEntry())
                .isEqualTo("high");
    }

    @Test
    void caseModelsAreRefused() {
        assertThat(deploy("x.cmmn", "<definitions/>").statusCode()).isEqualTo(400);
    }
}
