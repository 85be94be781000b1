package org.rovingpm.modelcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.modelcheck.ChangedModel;
import org.rovingpm.modelcheck.Checked;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** Whatever the engine works out while a case runs is looked at: a variable that nobody sets is found wherever it stands. */
class EveryWordTest {

    private static final String NOBODY = "${thatNobodySets}";
    private static final String TASK = CaseClosureProcess.Elements.RECONCILE_MONEY;
    private static final String STEP = CaseClosureProcess.Elements.CLOSE_CASE;

    private static final Map<String, String> EVERYWHERE = new TreeMap<>();

    static {
        ofTask("assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority", "jobPriority");
        put("candidateStarterGroups", "process");
        put("candidateStarterUsers", "process");
        put("taskPriority", "external");
        put("topic", "external");
        put("collection", "repeated");
        put("errorMessage", "error");
        put("expression", "thrown");
        put("errorEventDefinition", "thrown");
        put("businessKey", "<camunda:in businessKey=\"%s\"/>");
        put("in", "<camunda:in sourceExpression=\"%s\" target=\"copy\"/>");
        put("source", "<camunda:in source=\"thatNobodySets\" target=\"copy\"/>");
        put("sourceExpression", "<camunda:in sourceExpression=\"%s\" target=\"copy\"/>");
        put("out", "<camunda:out sourceExpression=\"%s\" target=\"copy\"/>");
        put("failedJobRetryTimeCycle", "<camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle>");
        parameter("inputParameter", "%s");
        parameter("outputParameter", "%s");
        parameter("list", "<camunda:list><camunda:value>%s</camunda:value></camunda:list>");
        parameter("value", "<camunda:list><camunda:value>%s</camunda:value></camunda:list>");
        parameter("map", "<camunda:map><camunda:entry key=\"a\">%s</camunda:entry></camunda:map>");
        parameter("entry", "<camunda:map><camunda:entry key=\"a\">%s</camunda:entry></camunda:map>");
    }

    private static void ofTask(String... attributes) {
        Stream.of(attributes).forEach(attribute -> put(attribute, "task"));
    }

    private static void put(String word, String how) {
        EVERYWHERE.put(word, how);
    }

    private static void parameter(String word, String value) {
        String kind = word.equals("outputParameter") ? word : "inputParameter";
        put(
                word,
                "<camunda:inputOutput><camunda:%1$s name=\"x\">%2$s</camunda:%1$s></camunda:inputOutput>"
                        .formatted(kind, value));
    }

    static Stream<Map.Entry<String, String>> words() {
        return EVERYWHERE.entrySet().stream();
    }

    @Test
    void noneIsLeftOut() {
        assertThat(EVERYWHERE.keySet()).containsAll(EngineWords.all(EngineWords.Use.WORKED_OUT));
    }

    @ParameterizedTest
    @MethodSource("words")
    void aVariableThatNobodySetsIsFound(Map.Entry<String, String> word) {
        assertThat(Checked.problems(with(word.getKey(), word.getValue())))
                .anySatisfy(problem -> assertThat(problem).contains("thatNobodySets"));
    }

    private static ChangedModel with(String word, String how) {
        ChangedModel closure = ChangedModel.of("case-closure.bpmn");
        return switch (how) {
            case "task" -> closure.set(TASK, "camunda:" + word, NOBODY);
            case "process" -> closure.set(CaseClosureProcess.KEY, "camunda:" + word, NOBODY);
            case "external" ->
                closure.set(STEP, "camunda:delegateExpression", null)
                        .set(STEP, "camunda:type", "external")
                        .set(STEP, "camunda:topic", "post")
                        .set(STEP, "camunda:" + word, NOBODY);
            case "repeated" ->
                closure.add(
                        TASK,
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"%s\" camunda:elementVariable=\"x\"/>"
                                .formatted(NOBODY));
            case "thrown" ->
                closure.extend(
                        STEP,
                        "<camunda:errorEventDefinition id=\"thrown\" errorRef=\"error_none\" expression=\"%s\"/>"
                                .formatted(NOBODY));
            case "error" ->
                closure.add(
                        CaseClosureProcess.KEY,
                        "<bpmn:endEvent id=\"failed\" name=\"Failed\"><bpmn:errorEventDefinition id=\"failed_definition\" camunda:errorMessage=\"%s\"/></bpmn:endEvent>"
                                .formatted(NOBODY));
            default -> {
                String parameter = how.formatted(NOBODY);
                yield how.contains("<camunda:in ") || how.contains("<camunda:out ")
                        ? ChangedModel.of("support-case.bpmn").extend(SupportCaseProcess.Elements.CLOSE_CASE, parameter)
                        : closure.extend(TASK, parameter);
            }
        };
    }
}
