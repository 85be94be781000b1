package org.rovingpm.notification.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** All template fields and recipients, and the checks of templates against them. */
@Component
public class TemplateFields {

    /** The field for the link to the question of a message. */
    static final String ANSWER_LINK = "answerLink";

    public static final String RECIPIENT = "recipientName";
    static final String CASE = "case";

    private static final TemplateField LINK =
            TemplateField.link(ANSWER_LINK, "The link to the page on which to answer", "https://example.org/answer/…");
    private static final TemplateField NAME = TemplateField.text(RECIPIENT, "The name of the recipient", "Ann Field");

    private final Map<String, SubjectFields> subjects;
    private final Map<String, RecipientSource> roles;
    private final QuestionKinds questions;

    TemplateFields(List<SubjectFields> subjects, List<RecipientSource> roles, QuestionKinds questions) {
        this.subjects = subjects.stream().collect(Collectors.toMap(SubjectFields::about, Function.identity()));
        this.roles = roles.stream().collect(Collectors.toMap(RecipientSource::name, Function.identity()));
        this.questions = questions;
    }

    /** @return the fields that the template may use, by its header */
    public List<TemplateField> of(MessageTemplate template) {
        return Stream.of(
                        Stream.of(NAME),
                        template.ask() == null ? Stream.<TemplateField>empty() : Stream.of(LINK),
                        about(template).flatMap(subject -> subject.fields().stream()))
                .flatMap(Function.identity())
                .toList();
    }

    /** @return what is wrong with the template, as sentences */
    public List<String> problems(MessageTemplate template) {
        List<String> problems = new ArrayList<>();
        template.to().stream()
                .filter(role -> !roles.containsKey(role))
                .forEach(role -> problems.add("Nobody is “%s”.".formatted(role)));
        template.about().stream()
                .filter(about -> !subjects.containsKey(about))
                .forEach(about -> problems.add("There are no fields of “%s”.".formatted(about)));
        if (template.ask() != null && !questions.purposes().contains(template.ask())) {
            problems.add("There is no question of the kind “%s”.".formatted(template.ask()));
        }
        problems.addAll(problemsOfSubject(template));
        problems.addAll(problemsOfBody(template));
        return problems;
    }

    List<String> problemsOfSubject(MessageTemplate template) {
        return TemplateText.problems(
                template.subject(),
                of(template).stream().filter(field -> !field.link()).toList());
    }

    List<String> problemsOfBody(MessageTemplate template) {
        List<TemplateField> fields = of(template);
        List<String> problems = TemplateText.problems(template.body(), fields);
        if (!problems.isEmpty()) {
            return problems;
        }
        Set<String> alwaysUsed = TemplateText.alwaysUsed(template.body(), fields);
        return fields.stream()
                .filter(field -> field.link() && !field.optional() && !alwaysUsed.contains(field.name()))
                .map(field ->
                        "The message is about its link: write {{%s}} outside any section, so that the recipient can open it."
                                .formatted(field.name()))
                .toList();
    }

    /** @return what staff call these recipients */
    public String labelOf(String role) {
        return recipient(role).label();
    }

    public RecipientSource recipient(String name) {
        return roles.get(name);
    }

    /** @return the values of the fields now, except those of the recipient */
    public FieldValues values(MessageTemplate template, CaseReference reference) {
        List<FieldValues> subjectValues =
                about(template).map(subject -> subject.of(reference)).toList();
        Map<String, Object> values = new HashMap<>();
        subjectValues.forEach(fields -> values.putAll(fields.values()));
        return new FieldValues(
                values,
                subjectValues.stream()
                        .flatMap(fields -> fields.occasion().stream())
                        .findFirst());
    }

    /** @return invented values, for previews */
    public Map<String, Object> examples(MessageTemplate template) {
        return of(template).stream().collect(Collectors.toMap(TemplateField::name, TemplateField::example));
    }

    private Stream<SubjectFields> about(MessageTemplate template) {
        List<SubjectFields> named = template.about().stream()
                .map(subjects::get)
                .filter(Objects::nonNull)
                .toList();
        return named.stream().allMatch(SubjectFields::ofCase)
                ? Stream.concat(Stream.of(subjects.get(CASE)), named.stream())
                : named.stream();
    }
}
