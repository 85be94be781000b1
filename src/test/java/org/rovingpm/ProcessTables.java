package org.rovingpm;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The packaged processes in the Markdown tables of the README. */
final class ProcessTables {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.*?\\.)(?= |$)");
    private static final Pattern OWNER = Pattern.compile("Owner: (.*)\\.");

    private ProcessTables() {}

    static String processes() {
        List<String> header = List.of("id", "name", "what it is for", "owner", "tasks of people, and whose they are");
        return table(header, ProcessModel.all().map(model -> {
            String documentation = documentation(model.process().getDocumentations());
            return List.of(
                    code(model.name()),
                    model.process().getName(),
                    part(documentation, FIRST_SENTENCE),
                    part(documentation, OWNER),
                    tasks(model));
        }));
    }

    static String timers() {
        return table(
                List.of("process", "event", "variable or cycle", "when it fires"),
                ProcessModel.all().flatMap(model -> model.elements(TimerEventDefinition.class)
                        .map(timer -> {
                            CatchEvent event = (CatchEvent) timer.getParentElement();
                            return List.of(
                                    code(model.name()),
                                    event.getName(),
                                    code(moment(timer)),
                                    documentation(event.getDocumentations()));
                        })));
    }

    /** The variable that holds the moment or, where the process begins with it, the rule of its days and times. */
    private static String moment(TimerEventDefinition timer) {
        return timer.getTimeDate() == null
                ? timer.getTimeCycle().getTextContent()
                : timer.getTimeDate().getTextContent().replaceAll("[${}]", "");
    }

    private static String tasks(ProcessModel model) {
        String tasks = model.elements(UserTask.class)
                .map(task -> "%s (%s)"
                        .formatted(
                                task.getName(),
                                task.getCamundaAssignee() == null
                                        ? task.getCamundaCandidateGroups()
                                        : "the PM of the case"))
                .collect(Collectors.joining(", "));
        return tasks.isEmpty() ? "none" : tasks;
    }

    private static String table(List<String> header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(row(header), "|" + "---|".repeat(header.size())), rows.map(ProcessTables::row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String part(String documentation, Pattern pattern) {
        return pattern.matcher(documentation)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private static String documentation(Collection<Documentation> documentations) {
        return documentations.stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }
}
