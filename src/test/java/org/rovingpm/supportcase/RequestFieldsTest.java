package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.submission.SubmissionField;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.RequestField.Kind;
import org.rovingpm.supportcase.RequestField.Option;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the record of the request, the form request-help and what a case stores to the definition of the fields. Says by
 * name what is missing where.
 */
@ApplicationTest
@Transactional
class RequestFieldsTest {

    private static final Map<Kind, Set<String>> ASKED_BY = Map.ofEntries(
            Map.entry(Kind.PRACTICE, Set.of("textfield")),
            Map.entry(Kind.TEXT, Set.of("textfield")),
            Map.entry(Kind.EMAIL, Set.of("textfield")),
            Map.entry(Kind.TELEPHONE, Set.of("textfield")),
            Map.entry(Kind.LONG_TEXT, Set.of("textarea")),
            Map.entry(Kind.NUMBER, Set.of("number")),
            Map.entry(Kind.DATE, Set.of("datetime")),
            Map.entry(Kind.RADIOS, Set.of("select", "radio")),
            Map.entry(Kind.SELECT, Set.of("select", "radio")),
            Map.entry(Kind.CHECKBOXES, Set.of("checklist")),
            Map.entry(Kind.YES_NO, Set.of("checkbox")),
            Map.entry(Kind.TICK, Set.of("checkbox")));

    @Autowired
    private Submissions submissions;

    @Autowired
    private Scheme scheme;

    @Autowired
    private SupportCases cases;

    @Autowired
    private ChoiceLists lists;

    static Stream<RequestField> fields() {
        return Stream.concat(Stream.of(RequestFields.PRACTICE), RequestFields.ANSWERED.stream());
    }

    @Test
    void everyComponentOfTheRequestIsDefinedOnce() {
        assertThat(fields().map(RequestField::key).toList())
                .as("keys in RequestFields, and components of RequestAnswers")
                .containsExactlyInAnyOrderElementsOf(components().keySet());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsAskedByTheFormInTheSameWords(RequestField field) {
        JsonNode formField = form().get(field.key());
        assertThat(formField)
                .as(
                        "forms/request-help.form asks “%s”, with the key %s",
                        field.question().onBehalf(), field.key())
                .isNotNull();
        assertThat(formField.path("type").asText()).as("kind of " + field.key()).isIn(ASKED_BY.get(field.kind()));
        assertThat(formField
                        .path(field.kind() == Kind.DATE ? "dateLabel" : "label")
                        .asText())
                .as("label of %s in forms/request-help.form", field.key())
                .isEqualTo(field.question().onBehalf());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldOffersTheChoicesOfTheFormInTheSameWords(RequestField field) {
        JsonNode formField = form().getOrDefault(field.key(), MissingNode.getInstance());
        assertThat(formField.path("valuesKey").asText(null))
                .as("list that %s in forms/request-help.form takes its choices from", field.key())
                .isEqualTo(field.list() == null ? null : lists.of(field.list()).key());
        List<Option> offered = new ArrayList<>();
        formField
                .path("values")
                .forEach(choice -> offered.add(new Option(
                        choice.path("value").asText(), choice.path("label").asText())));
        assertThat(offered)
                .as("choices of %s in forms/request-help.form", field.key())
                .isEqualTo(field.list() == null ? field.options(lists) : List.of());
    }

    @Test
    void theFormAsksNothingElse() {
        assertThat(form().keySet())
                .as("keys of forms/request-help.form")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                fields().map(RequestField::key),
                                // Who sees a confidential case is asked of whoever takes the request, never of a
                                // practice
                                Stream.of("viewers"))
                        .toList());
    }

    @Test
    void theFormAsksOfEachFurtherPracticeWhatARequestTakes() throws IOException {
        Map<String, JsonNode> asked = new HashMap<>();
        new ObjectMapper()
                .readTree(new File("forms/request-help.form"))
                .path("components")
                .forEach(component -> {
                    if (component.path("path").asText().equals("furtherPractices")) {
                        addFields(component, asked);
                    }
                });
        assertThat(asked.keySet())
                .containsExactlyInAnyOrderElementsOf(SubmissionField.of(RequestAnswers.FurtherPractice.class).stream()
                        .map(SubmissionField::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aRequiredFieldIsNotCalledOptional(RequestField field) {
        assertThat(components().get(field.key()).required() && field.isOptional())
                .as(field.key() + " is required, and said to be optional")
                .isFalse();
    }

    @Test
    void whatIsAnsweredIsStoredAndReadAgainAsItWas() {
        Map<String, Object> typed = everyAnswer();
        String reference = scheme.requestHelp("coordinator", typed);
        RequestHelp.Form sent = submissions.read(RequestHelp.Form.class, typed);
        RequestAnswers stored = cases.get(new CaseReference(reference)).request();

        assertThat(RequestFields.ANSWERED).allSatisfy(field -> assertThat(field.answer(stored))
                .as("%s of the case", field.key())
                .isNotNull()
                .isEqualTo(field.answer(sent)));
        assertThat(RequestFields.ANSWERED).allSatisfy(field -> assertThat(RequestFields.given(stored))
                .as("%s among what staff read", field.key())
                .anySatisfy(answer -> assertThat(answer.field()).isSameAs(field)));
    }

    /** An answer to each field: the last of its choices, a day that suits all, and a text of its own. */
    private Map<String, Object> everyAnswer() {
        Map<String, Object> typed = new HashMap<>(scheme.request(scheme.practice("Z99019")));
        components().forEach((key, field) -> typed.computeIfAbsent(key, missing -> answerTo(field)));
        return typed;
    }

    private static Object answerTo(SubmissionField field) {
        if (field.type().isEnum()) {
            Object[] constants = field.type().getEnumConstants();
            return constants[constants.length - 1].toString();
        }
        return switch (field.type().getSimpleName()) {
            case "Boolean" -> true;
            case "Integer" -> 7200;
            case "LocalDate" -> LocalDate.now(SchemeTime.ZONE).toString();
            default -> field.name().equals("contactTelephone") ? "0115 496 0000" : "What " + field.name() + " says";
        };
    }

    private static Map<String, SubmissionField> components() {
        return SubmissionField.of(RequestHelp.Form.class).stream()
                .collect(Collectors.toMap(SubmissionField::name, field -> field));
    }

    private static Map<String, JsonNode> form() {
        try {
            Map<String, JsonNode> fields = new HashMap<>();
            addFields(new ObjectMapper().readTree(new File("forms/request-help.form")), fields);
            return fields;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void addFields(JsonNode parent, Map<String, JsonNode> fields) {
        parent.path("components").forEach(component -> {
            if (component.has("key")) {
                fields.put(component.path("key").asText(), component);
            }
            if (!component.path("type").asText().equals("dynamiclist")) {
                addFields(component, fields);
            }
        });
    }
}
