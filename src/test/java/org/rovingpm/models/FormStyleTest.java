package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.model.ProcessModel;

/** Holds the packaged forms to the house style and to what Tasklist can show. */
class FormStyleTest {

    private static final Set<String> ASKING =
            Set.of("textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select");
    private static final Set<String> SHOWING = Set.of("text", "table", "group", "dynamiclist");

    record Form(String name, JsonNode json) {

        List<JsonNode> components() {
            return components(json);
        }

        private static List<JsonNode> components(JsonNode parent) {
            List<JsonNode> components = new ArrayList<>();
            parent.path("components").forEach(component -> {
                components.add(component);
                components.addAll(components(component));
            });
            return components;
        }

        List<JsonNode> fields() {
            return components().stream()
                    .filter(component -> ASKING.contains(type(component)))
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        ObjectMapper mapper = new ObjectMapper();
        return Arrays.stream(new File("forms").listFiles((folder, name) -> name.endsWith(".form")))
                .sorted()
                .map(file -> {
                    try {
                        return new Form(file.getName().replace(".form", ""), mapper.readTree(file));
                    } catch (IOException unreadable) {
                        throw new AssertionError(file + " is not JSON", unreadable);
                    }
                });
    }

    @Test
    void everyFormBelongsToATaskOrAStart() {
        Set<String> used = ProcessModel.all()
                .flatMap(model -> Stream.concat(
                        model.elements(UserTask.class).map(UserTask::getCamundaFormRef),
                        model.elements(StartEvent.class)
                                .map(StartEvent::getCamundaFormRef)
                                .filter(form -> form != null)))
                .collect(Collectors.toSet());

        assertThat(forms().map(Form::name)).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAfterItsFile(Form form) {
        assertThat(form.json.path("id").asText()).isEqualTo(form.name);
        assertThat(form.json.path("type").asText()).isEqualTo("default");
        assertThat(form.json.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormHasOnlyWhatTasklistCanShow(Form form) {
        assertThat(form.components()).allSatisfy(component -> assertThat(type(component))
                .isIn(Stream.concat(ASKING.stream(), SHOWING.stream()).toList()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTaskFormBeginsWithItsCase(Form form) {
        boolean starts = ProcessModel.all()
                .flatMap(model -> model.elements(StartEvent.class))
                .anyMatch(start -> form.name.equals(start.getCamundaFormRef()));

        assertThat(form.json.path("components").path(0).path("text").asText().equals("{{caseSummary}}"))
                .isEqualTo(!starts);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionHasALabelAndItsOwnName(Form form) {
        Set<String> ids = new HashSet<>();
        assertThat(form.components()).allSatisfy(component -> {
            assertThat(component.path("id").asText()).isNotBlank();
            assertThat(ids.add(component.path("id").asText()))
                    .as(component.path("id").asText())
                    .isTrue();
        });
        assertThat(form.fields()).allSatisfy(field -> {
            assertThat(field.path("key").asText()).matches("[a-z][A-Za-z]*");
            assertThat(field.path(type(field).equals("datetime") ? "dateLabel" : "label")
                            .asText())
                    .matches("[A-Z].*");
        });
        assertThat(keys(form.json)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextHasALimit(Form form) {
        assertThat(form.fields().stream().filter(field -> type(field).startsWith("text")))
                .allSatisfy(field -> assertThat(
                                field.path("validate").path("maxLength").asInt())
                        .as(field.path("key").asText())
                        .isBetween(1, 2000));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aNumberHasALowestAndAHighestValue(Form form) {
        assertThat(form.fields().stream().filter(field -> type(field).equals("number")))
                .allSatisfy(field -> {
                    assertThat(field.path("validate").has("min"))
                            .as(field.path("key").asText())
                            .isTrue();
                    assertThat(field.path("validate").has("max"))
                            .as(field.path("key").asText())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aDateIsADayInBritishTime(Form form) {
        assertThat(form.fields().stream().filter(field -> type(field).equals("datetime")))
                .allSatisfy(field -> {
                    assertThat(field.path("subtype").asText()).isEqualTo("date");
                    assertThat(field.path("use24h").asBoolean()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aChoiceIsAConstantWithALabel(Form form) {
        assertThat(form.fields()).allSatisfy(field -> field.path("values").forEach(choice -> {
            assertThat(choice.path("value").asText()).matches("[A-Z][A-Z_]*");
            assertThat(choice.path("label").asText()).matches("[A-Z].*");
        }));
    }

    private static String type(JsonNode component) {
        return component.path("type").asText();
    }

    /** The names submitted at the top: those of a list's entries are within the list. */
    private static List<String> keys(JsonNode parent) {
        List<String> keys = new ArrayList<>();
        parent.path("components").forEach(component -> {
            if (type(component).equals("dynamiclist")) {
                keys.add(component.path("path").asText());
            } else {
                if (component.has("key")) {
                    keys.add(component.path("key").asText());
                }
                keys.addAll(keys(component));
            }
        });
        return keys;
    }
}
