package org.rovingpm.modelcheck.value;

import static org.rovingpm.modelcheck.value.WorkedOut.AT_DEPLOYMENT;
import static org.rovingpm.modelcheck.value.WorkedOut.AT_STEP;
import static org.rovingpm.modelcheck.value.WorkedOut.IN_CALLED;
import static org.rovingpm.modelcheck.value.WorkedOut.ON_ARRIVAL;
import static org.rovingpm.modelcheck.value.WorkedOut.ON_LEAVING;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.ValueKind;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * Finds every value of a process that the engine works out while a case runs. {@link EngineWords} says of every attribute and
 * element of the engine whether it is among them.
 */
public final class ModelValues {

    private record Meaning(String what, ValueKind kind, WorkedOut workedOut) {}

    /** Attributes of the engine, on whatever element they are. */
    private static final Map<String, Meaning> ATTRIBUTES = Map.ofEntries(
            Map.entry("assignee", new Meaning("an assignee", ValueKind.TEXT, AT_STEP)),
            Map.entry("candidateGroups", new Meaning("candidate groups", ValueKind.TEXT, AT_STEP)),
            Map.entry("candidateUsers", new Meaning("candidate users", ValueKind.TEXT, AT_STEP)),
            Map.entry("candidateStarterGroups", new Meaning("candidate starters", ValueKind.TEXT, AT_DEPLOYMENT)),
            Map.entry("candidateStarterUsers", new Meaning("candidate starters", ValueKind.TEXT, AT_DEPLOYMENT)),
            Map.entry("dueDate", new Meaning("a due date", ValueKind.DATE, AT_STEP)),
            Map.entry("followUpDate", new Meaning("a follow-up date", ValueKind.DATE, AT_STEP)),
            Map.entry("priority", new Meaning("a priority", ValueKind.WHOLE_NUMBER, AT_STEP)),
            Map.entry("jobPriority", new Meaning("a job priority", ValueKind.JOB_PRIORITY, ON_ARRIVAL)),
            Map.entry("taskPriority", new Meaning("a task priority", ValueKind.JOB_PRIORITY, AT_STEP)),
            Map.entry("topic", new Meaning("a topic", ValueKind.TEXT, AT_STEP)),
            Map.entry("collection", new Meaning("a repetition for each of", ValueKind.LIST, ON_ARRIVAL)),
            Map.entry("errorMessage", new Meaning("an error message", ValueKind.ANYTHING, AT_STEP)));

    private static final Map<String, Meaning> TEXTS = Map.of(
            "timeDate", new Meaning("a time", ValueKind.TIMER_DATE, AT_STEP),
            "timeDuration", new Meaning("a time", ValueKind.DURATION, AT_STEP),
            "timeCycle", new Meaning("a time", ValueKind.CYCLE, AT_STEP),
            "loopCardinality", new Meaning("a number of repetitions", ValueKind.COUNT, ON_ARRIVAL),
            "completionCondition", new Meaning("a condition", ValueKind.YES_OR_NO, ON_LEAVING),
            "conditionExpression", new Meaning("a condition", ValueKind.YES_OR_NO, ON_LEAVING),
            "condition", new Meaning("a condition", ValueKind.YES_OR_NO, AT_STEP),
            "failedJobRetryTimeCycle", new Meaning("a retry time cycle", ValueKind.RETRIES, ON_ARRIVAL));

    private static final List<String> PARAMETERS = List.of("inputParameter", "outputParameter");

    private ModelValues() {}

    /** @param process or a part of one */
    public static Stream<ModelValue> of(XmlElement process) {
        return process.all().flatMap(ModelValues::ofElement);
    }

    private static Stream<ModelValue> ofElement(XmlElement element) {
        Stream<ModelValue> attributes = ATTRIBUTES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(known -> element.camunda(known.getKey()) != null)
                .map(known -> value(element, element.camunda(known.getKey()), known.getValue()));
        Meaning meaning = TEXTS.get(element.tag());
        Stream<ModelValue> text = meaning == null || element.text().isEmpty() && !isNeverEmpty(element)
                ? Stream.of()
                : Stream.of(value(element, element.text(), atDeployment(element) ? atDeployment(meaning) : meaning));
        return Stream.of(attributes, text, ofTask(element), ofMapping(element), ofParameter(element))
                .flatMap(values -> values);
    }

    /** Its name and its documentation are expressions; those of other steps are only shown. */
    private static Stream<ModelValue> ofTask(XmlElement element) {
        if (element.is("userTask")) {
            return Stream.concat(
                            Stream.of(element.own("name")),
                            element.children("documentation")
                                    .map(XmlElement::text)
                                    .limit(1))
                    .filter(Expressions::isExpression)
                    .map(text -> new ModelValue(element, "a name or documentation", text, ValueKind.TEXT, AT_STEP));
        }
        return element.is("formalExpression") && element.around("humanPerformer", "potentialOwner") != null
                ? Stream.of(new ModelValue(element, "an assignment", element.text(), ValueKind.TEXT, AT_STEP))
                : Stream.of();
    }

    private static Stream<ModelValue> ofMapping(XmlElement element) {
        if (isOfEngine(element) && element.is("in", "out")) {
            WorkedOut when = element.is("in") ? AT_STEP : IN_CALLED;
            String source = element.own("source");
            return Stream.of(
                            source == null ? null : "${%s}".formatted(source),
                            element.own("sourceExpression"),
                            element.own("businessKey"))
                    .filter(Objects::nonNull)
                    .map(text -> new ModelValue(element, "to hand over", text, ValueKind.ANYTHING, when));
        }
        return isOfEngine(element) && element.is("errorEventDefinition") && element.own("expression") != null
                ? Stream.of(
                        new ModelValue(element, "an error", element.own("expression"), ValueKind.YES_OR_NO, ON_LEAVING))
                : Stream.of();
    }

    /** An input or output, with the entries of its lists and maps; what a connector answers is known to the connector alone. */
    private static Stream<ModelValue> ofParameter(XmlElement element) {
        XmlElement parameter = isOfEngine(element) ? element.around(PARAMETERS) : null;
        if (parameter == null
                || !element.is("inputParameter", "outputParameter", "value", "entry")
                || element.ownText().isEmpty()) {
            return Stream.of();
        }
        boolean input = parameter.is("inputParameter");
        return input || parameter.around("connector") == null
                ? Stream.of(new ModelValue(
                        element,
                        input ? "an input by" : "an output by",
                        element.ownText(),
                        ValueKind.ANYTHING,
                        input ? AT_STEP : ON_LEAVING))
                : Stream.of();
    }

    /** The engine works these out even where nothing is written. */
    private static boolean isNeverEmpty(XmlElement element) {
        return element.is("completionCondition") || element.is("condition");
    }

    /** The timer at the beginning of a process is set when it is deployed. */
    private static boolean atDeployment(XmlElement element) {
        XmlElement start = element.around("startEvent");
        return start != null && start.parent() != null && start.parent().is("process");
    }

    private static Meaning atDeployment(Meaning meaning) {
        return new Meaning(meaning.what(), meaning.kind(), AT_DEPLOYMENT);
    }

    private static ModelValue value(XmlElement element, String text, Meaning meaning) {
        return new ModelValue(element, meaning.what(), text, meaning.kind(), meaning.workedOut());
    }

    private static boolean isOfEngine(XmlElement element) {
        return XmlElement.CAMUNDA.equals(element.element().getNamespaceURI());
    }
}
