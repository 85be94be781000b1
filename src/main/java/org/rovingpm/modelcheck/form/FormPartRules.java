package org.rovingpm.modelcheck.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Provided;

/** Tasklist can show every part of a form, and every value that a form shows or offers is provided. */
class FormPartRules {

    private static final Set<String> SHOWN = Set.of(
            "default",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "image",
            "table",
            "html",
            "spacer",
            "separator",
            "group",
            "dynamiclist",
            "button");
    private static final Set<String> FIELDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist");
    private static final Set<String> CHOICES = Set.of("checklist", "radio", "select", "taglist");

    private final Provided provided;

    FormPartRules(Provided provided) {
        this.provided = provided;
    }

    void check(DeployedForm form, Optional<DeployedForm> packaged, Findings to) {
        Set<String> sources = packaged.stream().flatMap(FormPartRules::sources).collect(Collectors.toSet());
        Set<String> lists = provided.lists().map(ChoiceLists::keys).orElse(Set.of());
        Set<String> choosable = Stream.concat(sources.stream(), lists.stream()).collect(Collectors.toSet());
        Set<String> keys = new HashSet<>();
        form.parts().forEach(part -> {
            String type = part.path("type").asText();
            String id = part.path("key")
                    .asText(part.path("path").asText(part.path("id").asText(type)));
            String label = part.hasNonNull("label") ? part.path("label").asText() : null;
            if (!SHOWN.contains(type)) {
                to.problem(
                        id,
                        label,
                        "is of the type “%s”, which Tasklist cannot show, and then shows nothing of the form: use another type."
                                .formatted(type));
            }
            if (FIELDS.contains(type) && part.path("key").asText("").isBlank()) {
                to.problem(id, label, "has no key, so what is typed into it would be lost: give it one.");
            }
            if (type.equals("group") && !part.path("path").asText("").isBlank()) {
                to.problem(id, label, "is a group with a path: leave the path empty.");
            }
            FormMarkupRules.check(part, id, label, to);
            FormBoundRules.check(part, id, label, to);
            choices(part, id, label, choosable, to);
            if (type.equals("table") && !known(part.path("dataSource").asText(""), sources)) {
                to.problem(
                        id,
                        label,
                        "is a table of “%s”, which nobody provides to this form: use %s, or take the table out."
                                .formatted(part.path("dataSource").asText(""), listed(sources)));
            }
        });
        form.fields().stream()
                .map(DeployedForm.Field::key)
                .filter(key -> !keys.add(key))
                .forEach(key -> to.problem(key, null, "is the key of two fields: give each a key of its own."));
    }

    /** A form that no use case takes: its fields may not have names that mean something else to a process or to the engine. */
    void checkOwnKeys(DeployedForm form, Findings to) {
        form.fields().stream()
                .filter(field -> provided.isTaken(field.key()))
                .forEach(field -> to.problem(
                        field.key(),
                        field.label(),
                        "has the key “%s”, which the processes use for something else: give it a key of its own."
                                .formatted(field.key())));
        form.fields().stream()
                .filter(field -> !field.key().matches("[a-zA-Z][A-Za-z0-9_]{0,63}"))
                .forEach(field -> to.problem(
                        field.key(),
                        field.label(),
                        "has a key that cannot be used: write it with letters and digits, such as secondApproval."));
        form.fields().stream()
                .filter(field -> field.type().equals("dynamiclist"))
                .forEach(list -> checkOwnList(list, to));
    }

    private static void checkOwnList(DeployedForm.Field list, Findings to) {
        if (list.entry().isEmpty()) {
            to.problem(
                    list.key(),
                    list.label(),
                    "is a list of entries without a field: put the fields into it that each entry has.");
        }
        if (list.entry().stream().anyMatch(field -> field.type().equals("dynamiclist"))) {
            to.problem(
                    list.key(),
                    list.label(),
                    "is a list with a list in it, which nobody could read on the case: take the inner one out.");
        }
        if (list.entry().stream().map(DeployedForm.Field::key).distinct().count()
                < list.entry().size()) {
            to.problem(
                    list.key(),
                    list.label(),
                    "has two fields of the same key in its entries: give each a key of its own.");
        }
    }

    private void choices(JsonNode part, String id, String label, Set<String> sources, Findings to) {
        if (!CHOICES.contains(part.path("type").asText())) {
            return;
        }
        String key = part.path("valuesKey").asText("");
        String expression = part.path("valuesExpression").asText("");
        boolean given = part.path("values").isArray() && !part.path("values").isEmpty();
        if (!given && key.isEmpty() && expression.isEmpty()) {
            to.problem(id, label, "offers no choices: write them, with a label and a value each.");
        } else if (!given && !known(key.isEmpty() ? expression : key, sources)) {
            to.problem(
                    id,
                    label,
                    "takes its choices from “%s”, which nobody provides to this form: write the choices, or use %s."
                            .formatted(key.isEmpty() ? expression : key, listed(sources)));
        }
        if (given) {
            Set<String> values = new HashSet<>();
            part.path("values").forEach(choice -> {
                if (!values.add(choice.path("value").asText())
                        || choice.path("value").asText().isBlank()) {
                    to.problem(
                            id,
                            label,
                            "has two choices of the same value, or one without: give each a value of its own.");
                }
            });
        }
    }

    private static boolean known(String source, Set<String> sources) {
        String name = source.strip();
        return name.startsWith("=[")
                || sources.contains(name.startsWith("=") ? name.substring(1).strip() : name);
    }

    private static Stream<String> sources(DeployedForm form) {
        return form.parts().stream()
                .flatMap(part -> Stream.of("valuesKey", "valuesExpression", "dataSource")
                        .map(name -> part.path(name).asText("")))
                .map(source -> source.startsWith("=") ? source.substring(1).strip() : source)
                .filter(source -> !source.isBlank());
    }

    private static String listed(Set<String> sources) {
        return sources.isEmpty()
                ? "none, as there is nothing to choose from"
                : sources.stream().sorted().collect(Collectors.joining(", "));
    }
}
