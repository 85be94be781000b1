package org.rovingpm.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.rovingpm.fixture.model.ProcessModel;

/** The packaged forms in chapters of the documentation: what each asks. */
final class FormTexts {

    private static final Path FOLDER = Path.of("forms");
    private static final List<ProcessModel> MODELS = ProcessModel.all().toList();
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String ENDING = ".form";
    private static final Set<String> ASKS_NOTHING = Set.of("text", "table", "html", "image", "separator", "spacer");
    private static final Pattern UNLESS_ONE_ANSWER = Pattern.compile("=\\s*(\\w+) != \"(\\w+)\"");
    private static final Pattern COMPUTED = Pattern.compile("\\{\\{.*?}}");

    private FormTexts() {}

    static String chapters() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(FormTexts::chapter)
                    .collect(Collectors.joining("\n\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String chapter(Path file) {
        try {
            String name = file.getFileName().toString().replace(ENDING, "");
            List<List<String>> questions = new ArrayList<>();
            JsonNode form = new ObjectMapper().readTree(file.toFile());
            collect(form, form, "", questions);
            return """
                    ### %s

                    %s

                    %s""".formatted(
                            heading(name),
                            users(name),
                            MarkdownTable.of(List.of("question", "answer", "asked", "help"), questions));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The label of the task, or of a start form its name. */
    private static String heading(String form) {
        return MODELS.stream()
                .flatMap(model -> model.elements(UserTask.class))
                .filter(task -> form.equals(task.getCamundaFormRef()))
                .map(UserTask::getName)
                .findFirst()
                .orElse(form.substring(0, 1).toUpperCase(Locale.ROOT)
                        + form.substring(1).replace("-", " "));
    }

    private static String users(String form) {
        String processes = MODELS.stream()
                .filter(model -> model.elements(BaseElement.class)
                        .anyMatch(element -> form.equals(element.getAttributeValueNs(CAMUNDA, "formRef"))))
                .map(model -> "[%s](#%s)".formatted(model.process().getName(), model.name()))
                .collect(Collectors.joining(", "));
        return "Id: `%s`. Used in %s.".formatted(form, processes);
    }

    private static void collect(JsonNode form, JsonNode parent, String list, List<List<String>> questions) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            if (type.equals("group")) {
                if (!label(component).isEmpty()) {
                    questions.add(List.of("**" + label(component) + "**", "", "", ""));
                }
                collect(form, component, list, questions);
            } else if (type.equals("dynamiclist")) {
                collect(form, component, label(component) + ", each: ", questions);
            } else if (!ASKS_NOTHING.contains(type)) {
                questions.add(List.of(
                        list + label(component),
                        answer(component),
                        asked(form, component),
                        COMPUTED.matcher(component.path("description").asText()).replaceAll("…")));
            }
        }
    }

    private static String asked(JsonNode form, JsonNode component) {
        String hidden = component.path("conditional").path("hide").asText();
        if (hidden.isEmpty()) {
            return "always";
        }
        Matcher unlessOneAnswer = UNLESS_ONE_ANSWER.matcher(hidden);
        return unlessOneAnswer.matches()
                ? choice(form, unlessOneAnswer.group(1), unlessOneAnswer.group(2))
                : "depending on other answers";
    }

    private static String choice(JsonNode form, String key, String value) {
        return form.findParents("values").stream()
                .filter(component -> component.path("key").asText().equals(key))
                .flatMap(component ->
                        StreamSupport.stream(component.path("values").spliterator(), false))
                .filter(choice -> choice.path("value").asText().equals(value))
                .map(choice -> "after “" + choice.path("label").asText() + "”")
                .findFirst()
                .orElse("depending on other answers");
    }

    private static String label(JsonNode component) {
        return component
                .path(component.has("dateLabel") ? "dateLabel" : "label")
                .asText();
    }

    private static String answer(JsonNode component) {
        String answer = kind(component);
        boolean optional = !component.path("validate").path("required").asBoolean()
                && !component.path("type").asText().equals("checkbox");
        return optional ? answer + " (optional)" : answer;
    }

    private static String kind(JsonNode component) {
        JsonNode rules = component.path("validate");
        return switch (component.path("type").asText()) {
            case "radio", "select" -> component.has("values") ? choices(component) : "one of " + list(component);
            case "checklist", "taglist" ->
                component.has("values") ? "any of: " + choices(component) : "any of " + list(component);
            case "checkbox" -> "a tick";
            case "number" -> "a number" + limits(rules);
            case "datetime" -> component.path("subtype").asText().equals("date") ? "a day" : "a day and a time";
            default -> "text" + longest(rules);
        };
    }

    /** A list of the scheme by its key, or one that the step makes by itself. */
    private static String list(JsonNode component) {
        return switch (component.path("valuesKey").asText()) {
            case "helpKindOptions" -> "the kinds of help";
            case "declineReasonOptions" -> "the reasons to decline";
            case "introductionWayOptions" -> "the ways to introduce a PM";
            case "adviceWayOptions" -> "the ways to give advice";
            case "adviserOptions" -> "the office, and the PMs who work at the moment";
            case "caseViewerOptions" -> "the people of the scheme";
            case "pmAccountOptions" -> "those who can sign in as a PM";
            case "openCaseOptions" -> "the open cases, by practice";
            default -> "a list";
        };
    }

    private static String choices(JsonNode component) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .map(choice -> choice.path("label").asText())
                .collect(Collectors.joining("; "));
    }

    private static String limits(JsonNode rules) {
        if (rules.has("min") && rules.has("max")) {
            return " from " + rules.get("min").asText() + " to "
                    + rules.get("max").asText();
        }
        if (rules.has("min")) {
            return ", " + rules.get("min").asText() + " or more";
        }
        return rules.has("max") ? ", " + rules.get("max").asText() + " or less" : "";
    }

    private static String longest(JsonNode rules) {
        return rules.has("maxLength")
                ? String.format(
                        Locale.UK,
                        " of up to %,d characters",
                        rules.get("maxLength").asInt())
                : "";
    }
}
