package org.rovingpm.modelcheck.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceList;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.engine.DeployedForm.Field;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.submission.SubmissionField;

/** The form of a use case has exactly the fields that the use case takes, of kinds that it can read. */
class FormFieldRules {

    private static final Set<String> ONE_OF_SEVERAL = Set.of("radio", "select");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "radio", "select", "expression");

    private final Provided provided;

    FormFieldRules(Provided provided) {
        this.provided = provided;
    }

    /** @param packaged the packaged form: the use case needs the fields that it requires */
    void check(DeployedForm form, Provided.UseCaseForm useCase, Optional<DeployedForm> packaged, Findings to) {
        check(
                form.fields(),
                useCase.fields(),
                packaged.map(DeployedForm::fields).orElse(List.of()),
                to);
    }

    private void check(List<Field> fields, Class<? extends Record> needed, List<Field> packaged, Findings to) {
        Map<String, Field> byKey =
                fields.stream().collect(Collectors.toMap(Field::key, Function.identity(), (one, other) -> one));
        Map<String, Field> before =
                packaged.stream().collect(Collectors.toMap(Field::key, Function.identity(), (one, other) -> one));
        for (SubmissionField component : SubmissionField.of(needed)) {
            Field field = byKey.get(component.name());
            Field packagedField = before.get(component.name());
            if (field != null) {
                kind(field, component, packagedField, to);
            } else if (isNeeded(component, packagedField)) {
                to.problem(
                        component.name(),
                        packagedField == null ? null : packagedField.label(),
                        "is missing, and the step needs it: put the field back, with the key “%s”."
                                .formatted(component.name()));
            }
        }
        Set<String> known =
                SubmissionField.of(needed).stream().map(SubmissionField::name).collect(Collectors.toSet());
        fields.stream()
                .filter(field -> !known.contains(field.key()))
                .forEach(
                        field -> to.problem(
                                field.key(),
                                field.label(),
                                "is a field that the step does not know, so the form could not be sent: remove it, or ask it in a task of its own."));
    }

    private static boolean isNeeded(SubmissionField component, Field packaged) {
        return packaged != null
                        && (packaged.rules().path("required").asBoolean()
                                || packaged.type().equals("dynamiclist"))
                || component.required();
    }

    private void kind(Field field, SubmissionField component, Field packaged, Findings to) {
        boolean list = component.isList();
        Class<?> single = component.element();
        if (list && single.isRecord() && field.type().equals("dynamiclist")) {
            check(field.entry(), single.asSubclass(Record.class), packaged == null ? List.of() : packaged.entry(), to);
        } else if (!fits(field, list, single)) {
            to.problem(
                    field.key(),
                    field.label(),
                    "is of the type “%s”, which its step cannot take: use %s."
                            .formatted(field.type(), packaged == null ? "another type" : "“" + packaged.type() + "”"));
        } else if (single.isEnum()) {
            choices(
                    field,
                    Arrays.stream(single.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList(),
                    to);
        } else if (Choice.class.isAssignableFrom(single)) {
            provided.lists().ifPresent(lists -> ofList(field, lists.of(single), to));
        }
    }

    private static void choices(Field field, List<String> known, Findings to) {
        field.choices().stream()
                .filter(choice -> !known.contains(choice))
                .forEach(choice -> to.problem(
                        field.key(),
                        field.label(),
                        "offers the value “%s”, which its step does not know: use %s."
                                .formatted(choice, String.join(", ", known))));
    }

    /** Offers the list itself, or some of its rows, written in the form. */
    private static void ofList(Field field, ChoiceList<?> list, Findings to) {
        choices(field, list.codes(), to);
        String source = field.json().path("valuesKey").asText("");
        if (field.choices().isEmpty() && !source.equals(list.key())) {
            to.problem(
                    field.key(),
                    field.label(),
                    "takes its choices from “%s”, and its step knows those of “%s”: use that."
                            .formatted(source, list.key()));
        }
    }

    private static boolean fits(Field field, boolean list, Class<?> single) {
        if (list) {
            return single.isRecord()
                    ? field.type().equals("dynamiclist")
                    : Set.of("checklist", "taglist").contains(field.type());
        }
        if (single == Boolean.class) {
            return field.type().equals("checkbox") || ONE_OF_SEVERAL.contains(field.type());
        }
        if (single == LocalDate.class) {
            return field.type().equals("datetime")
                    && field.json().path("subtype").asText().equals("date");
        }
        if (single.isEnum() || Choice.class.isAssignableFrom(single)) {
            return ONE_OF_SEVERAL.contains(field.type());
        }
        return Number.class.isAssignableFrom(single)
                ? field.type().equals("number") || ONE_OF_SEVERAL.contains(field.type())
                : TEXTS.contains(field.type());
    }
}
