package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions.Comparison;
import org.rovingpm.modelcheck.known.ValueKind;
import org.rovingpm.modelcheck.value.ModelValue;
import org.rovingpm.modelcheck.value.ModelValues;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A condition compares a variable with a value that it can have: of an enumeration, of the choices of a form, or of a decision. */
class ComparisonRules implements Rule {

    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final String WORD = "\"[^\"\\\\]*\"";

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().forEach(process -> ModelValues.of(process)
                .filter(value -> value.kind() == ValueKind.YES_OR_NO)
                .forEach(value -> all.expressions().comparisons(value.text()).stream()
                        .distinct()
                        .forEach(comparison -> check(value, comparison, process, all, to))));
    }

    private static void check(
            ModelValue value, Comparison comparison, XmlElement process, SubmittedFiles all, Findings to) {
        valuesOf(comparison.name(), process, all)
                .filter(values -> !values.isEmpty() && !values.contains(String.valueOf(comparison.value())))
                .ifPresent(values -> to.problem(
                        value.element(),
                        "has a condition that compares “%s” with “%s”, which it never is: compare it with %s."
                                .formatted(
                                        comparison.name(),
                                        comparison.value(),
                                        values.stream().sorted().collect(Collectors.joining(", ")))));
    }

    /** @return empty where nobody knows which values there are */
    private static Optional<Set<String>> valuesOf(String name, XmlElement process, SubmittedFiles all) {
        String id = String.valueOf(process.id());
        Optional<Set<String>> ofCode = all.provided().valuesOf(id, name);
        if (ofCode.isPresent()) {
            return ofCode;
        }
        if (asksYesOrNo(name, id, all)) {
            return Optional.of(YES_OR_NO);
        }
        if (isSetOtherwise(name, process, all)) {
            return Optional.empty();
        }
        Set<String> values = new HashSet<>();
        for (Optional<Set<String>> found : Stream.concat(ofForms(name, process, all), ofDecisions(name, process, all))
                .toList()) {
            if (found.isEmpty()) {
                return Optional.empty();
            }
            values.addAll(found.get());
        }
        return Optional.of(values);
    }

    /** A variable of the scheme that its own model asks without comparing it with anything. */
    private static boolean asksYesOrNo(String name, String process, SubmittedFiles all) {
        Set<String> plain = Set.of("${%s}".formatted(name), "${not %s}".formatted(name), "${!%s}".formatted(name));
        return all.provided()
                        .variablesOf(process)
                        .filter(names -> names.contains(name))
                        .isPresent()
                && all.packaged(process).stream()
                        .flatMap(packaged -> packaged.root().all("conditionExpression"))
                        .anyMatch(condition -> plain.contains(condition.text()));
    }

    private static boolean isSetOtherwise(String name, XmlElement process, SubmittedFiles all) {
        return all.provided().allVariables().contains(name)
                || process.all("outputParameter", "inputParameter").anyMatch(set -> name.equals(set.own("name")))
                || process.all("out").anyMatch(set -> name.equals(set.own("target")))
                || all.inForceToBe().values().stream()
                        .distinct()
                        .flatMap(file -> file.nodes("callActivity"))
                        .filter(call -> String.valueOf(process.id()).equals(call.own("calledElement")))
                        .flatMap(call -> call.extensions("in"))
                        .anyMatch(mapping ->
                                name.equals(mapping.own("target")) || "all".equals(mapping.own("variables")));
    }

    private static Stream<Optional<Set<String>>> ofForms(String name, XmlElement process, SubmittedFiles all) {
        return process.all("userTask", "startEvent")
                .map(step -> step.camunda("formRef"))
                .filter(form -> form != null && all.provided().form(form).isEmpty())
                .distinct()
                .flatMap(form -> all.form(form).stream())
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.key().equals(name))
                .map(ComparisonRules::ofField);
    }

    private static Optional<Set<String>> ofField(DeployedForm.Field field) {
        return !field.isClosed()
                ? Optional.empty()
                : Optional.of(field.type().equals("checkbox") ? YES_OR_NO : Set.copyOf(field.choices()));
    }

    private static Stream<Optional<Set<String>>> ofDecisions(String name, XmlElement process, SubmittedFiles all) {
        return process.all("businessRuleTask")
                .filter(task -> name.equals(task.camunda("resultVariable")))
                .map(task -> "singleEntry".equals(task.camunda("mapDecisionResult"))
                        ? all.decision(String.valueOf(task.camunda("decisionRef")))
                                .flatMap(ComparisonRules::ofTable)
                        : Optional.empty());
    }

    private static Optional<Set<String>> ofTable(XmlElement decision) {
        Set<String> cells = decision.children("decisionTable")
                .flatMap(table -> table.children("rule"))
                .flatMap(rule -> rule.children("outputEntry"))
                .map(XmlElement::text)
                .collect(Collectors.toSet());
        return cells.stream().allMatch(cell -> cell.matches(WORD) || YES_OR_NO.contains(cell))
                ? Optional.of(cells.stream().map(cell -> cell.replace("\"", "")).collect(Collectors.toSet()))
                : Optional.empty();
    }
}
