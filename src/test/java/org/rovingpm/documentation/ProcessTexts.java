package org.rovingpm.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.rovingpm.fixture.model.ProcessModel;

/** The packaged processes in tables and chapters of the documentation. */
final class ProcessTexts {

    private static final List<ProcessModel> MODELS = ProcessModel.all().toList();
    private static final Pattern OWNER = Pattern.compile("\\s*Owner: (.*)\\.");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.*?\\.)(?= |$)");

    private ProcessTexts() {}

    static String processes() {
        return MarkdownTable.of(
                List.of("id", "name", "what it is for", "owner", "tasks of people, and whose they are"),
                MODELS.stream()
                        .map(model -> List.of(
                                MarkdownTable.code(model.name()),
                                model.process().getName(),
                                part(documentation(model.process()), FIRST_SENTENCE),
                                part(documentation(model.process()), OWNER),
                                tasks(model)))
                        .toList());
    }

    static String timers() {
        return MarkdownTable.of(
                List.of("process", "event", "variable or cycle", "when it fires"),
                MODELS.stream()
                        .flatMap(model -> timers(model).map(timer -> {
                            CatchEvent event = (CatchEvent) timer.getParentElement();
                            return List.of(
                                    MarkdownTable.code(model.name()),
                                    event.getName(),
                                    MarkdownTable.code(moment(timer)),
                                    documentation(event));
                        }))
                        .toList());
    }

    /** A chapter for each process: its diagram, its tasks, what it waits for, what it sends and what it calls. */
    static String chapters() {
        return MODELS.stream().map(ProcessTexts::chapter).collect(Collectors.joining("\n\n"));
    }

    private static String chapter(ProcessModel model) {
        return Stream.of(
                        "### " + model.process().getName(),
                        OWNER.matcher(documentation(model.process())).replaceAll(""),
                        "Id: `%s`. Owner: %s.".formatted(model.name(), part(documentation(model.process()), OWNER)),
                        "![The process %s](images/%s.svg)"
                                .formatted(model.process().getName(), model.name()),
                        startsOf(model),
                        stepsOf(model),
                        waitsOf(model),
                        messagesOf(model))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String startsOf(ProcessModel model) {
        return model.elements(StartEvent.class)
                .filter(event -> event.getEventDefinitions().stream().noneMatch(TimerEventDefinition.class::isInstance))
                .map(ProcessTexts::documentation)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String stepsOf(ProcessModel model) {
        List<List<String>> steps = Stream.of(
                        model.elements(UserTask.class)
                                .map(task -> List.of(formLink(task), assignee(task), documentation(task))),
                        model.elements(CallActivity.class)
                                .map(call ->
                                        List.of(call.getName(), "process " + processLink(call), documentation(call))),
                        model.elements(ServiceTask.class)
                                .map(task -> List.of(task.getName(), "the application", documentation(task))))
                .flatMap(Function.identity())
                .toList();
        return MarkdownTable.of(List.of("step", "who does it", "what is done"), steps);
    }

    private static String waitsOf(ProcessModel model) {
        return MarkdownTable.of(
                List.of("time", "when it comes"),
                timers(model)
                        .map(timer -> (CatchEvent) timer.getParentElement())
                        .map(event -> List.of(event.getName(), documentation(event)))
                        .toList());
    }

    private static String messagesOf(ProcessModel model) {
        String messages = model.elements(ThrowEvent.class)
                .filter(event -> !templates(event).isEmpty())
                .map(event ->
                        event.getName() + templates(event).stream().collect(Collectors.joining("`, `", " (`", "`)")))
                .collect(Collectors.joining("; "));
        return messages.isEmpty() ? "" : "Messages: " + messages + ".";
    }

    private static String processLink(CallActivity call) {
        return "[%s](#%s)".formatted(nameOf(call.getCalledElement()), call.getCalledElement());
    }

    private static String nameOf(String process) {
        return MODELS.stream()
                .filter(model -> model.name().equals(process))
                .map(model -> model.process().getName())
                .findFirst()
                .orElseThrow();
    }

    /** The message templates that an event names among its properties. */
    private static List<String> templates(ThrowEvent event) {
        return event.getExtensionElements() == null
                ? List.of()
                : event.getExtensionElements().getElementsQuery().list().stream()
                        .flatMap(element -> element.getChildElementsByType(CamundaProperty.class).stream())
                        .flatMap(property ->
                                Arrays.stream(property.getCamundaValue().split(",")))
                        .map(String::strip)
                        .filter(name -> Files.exists(Path.of("messages", name + ".txt")))
                        .toList();
    }

    private static Stream<TimerEventDefinition> timers(ProcessModel model) {
        return model.elements(TimerEventDefinition.class);
    }

    /** The variable that holds the moment or, where the process begins with it, the rule of its days and times. */
    private static String moment(TimerEventDefinition timer) {
        return timer.getTimeDate() == null
                ? timer.getTimeCycle().getTextContent()
                : timer.getTimeDate().getTextContent().replaceAll("[${}]", "");
    }

    private static String tasks(ProcessModel model) {
        String tasks = model.elements(UserTask.class)
                .map(task -> "%s (%s)".formatted(task.getName(), assignee(task)))
                .collect(Collectors.joining(", "));
        return tasks.isEmpty() ? "none" : tasks;
    }

    private static String assignee(UserTask task) {
        return task.getCamundaAssignee() == null
                ? task.getCamundaCandidateGroups().replace("-", " ")
                : "the PM of the case";
    }

    private static String formLink(UserTask task) {
        return "[%s](#%s)".formatted(task.getName(), task.getCamundaFormRef());
    }

    private static String part(String documentation, Pattern pattern) {
        return pattern.matcher(documentation)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private static String documentation(BaseElement element) {
        Collection<Documentation> documentations = element.getDocumentations();
        return documentations.stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }
}
