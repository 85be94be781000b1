package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.ValueKind;
import org.rovingpm.modelcheck.value.ModelValue;
import org.rovingpm.modelcheck.value.ModelValues;
import org.rovingpm.modelcheck.value.WorkedOut;
import org.rovingpm.modelcheck.xml.XmlElement;

/** What is written in place of a date, a number or a condition can be used by the engine when a case comes there. */
class LiteralRules implements Rule {

    private static final Set<String> GIVING_LISTS = Set.of("collectEntries", "resultList");

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().forEach(process -> {
            ModelValues.of(process).filter(value -> !isScript(value.element())).forEach(value -> check(value, all, to));
            process.all("multiInstanceLoopCharacteristics")
                    .filter(loop -> loop.camunda("collection") != null)
                    .forEach(loop -> collection(loop, process, all, to));
        });
    }

    private static void check(ModelValue value, SubmittedFiles all, Findings to) {
        if (value.kind() != ValueKind.LIST && !usable(value, all)) {
            to.problem(
                    value.element(),
                    value.text().isEmpty()
                            ? "has %s with nothing in it: write %s, or take it out."
                                    .formatted(value.what(), value.kind().expected())
                            : "has %s that cannot be read, “%s”: write %s."
                                    .formatted(
                                            value.what(),
                                            CallRules.shown(value.text()),
                                            value.kind().expected()));
        }
        Expressions.Expression read =
                Expressions.isExpression(value.text()) ? all.expressions().read(value.text()) : null;
        if (read == null) {
            return;
        }
        if (value.workedOut() == WorkedOut.AT_DEPLOYMENT && !read.names().isEmpty()) {
            to.problem(
                    value.element(),
                    "has %s by “%s”, which is worked out when the process is deployed, without any case: write it out."
                            .formatted(value.what(), String.join("”, “", read.names())));
        } else if (read.single() != null && isNoTime(read.single(), value.kind(), all)) {
            to.problem(
                    value.element(),
                    "has %s by “%s”, which holds nothing of that kind: write %s."
                            .formatted(value.what(), read.single(), value.kind().expected()));
        }
    }

    /** Whether the engine can use it, as far as that can be known without a case. */
    private static boolean usable(ModelValue value, SubmittedFiles all) {
        if (!Expressions.isExpression(value.text())) {
            return all.literals()
                    .reads(value.kind(), value.kind() == ValueKind.JOB_PRIORITY ? number(value.text()) : value.text());
        }
        try {
            return all.expressions()
                    .constant(value.text())
                    .map(constant -> all.literals().reads(value.kind(), constant.value()))
                    .orElse(true);
        } catch (ArithmeticException impossible) {
            return false;
        }
    }

    /** The engine reads a priority that is written out as a number. */
    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /** Whether a time is asked of a variable of the scheme that holds none. */
    private static boolean isNoTime(String name, ValueKind kind, SubmittedFiles all) {
        boolean ofScheme = all.provided().allVariables().contains(name)
                || all.provided().sharedVariables().contains(name);
        boolean moment = all.provided().moments().contains(name);
        return ofScheme
                && switch (kind) {
                    case DATE, TIMER_DATE -> !moment;
                    case DURATION, CYCLE, COUNT, WHOLE_NUMBER, JOB_PRIORITY, RETRIES -> true;
                    case YES_OR_NO -> moment || all.provided().sharedVariables().contains(name);
                    default -> false;
                };
    }

    private static boolean isScript(XmlElement element) {
        return element.own("language") != null || element.camunda("resource") != null;
    }

    private static void collection(XmlElement loop, XmlElement process, SubmittedFiles all, Findings to) {
        String text = loop.camunda("collection");
        Optional<String> name = Expressions.isExpression(text)
                ? Optional.ofNullable(all.expressions().read(text)).map(Expressions.Expression::single)
                : Optional.of(text);
        if (name.isEmpty() || !lists(process, all).contains(name.get())) {
            to.problem(
                    loop,
                    ("is repeated for each of “%s”, which is no list: name the output of a step that is a list, or the result of a "
                                    + "decision that collects its answers.")
                            .formatted(CallRules.shown(text)));
        }
    }

    /** The variables of a process that hold lists, and those from other processes, unless they are the scheme's: it has no lists. */
    private static Set<String> lists(XmlElement process, SubmittedFiles all) {
        Set<String> lists = new HashSet<>();
        process.all("outputParameter", "inputParameter")
                .filter(parameter -> parameter.children("list").findAny().isPresent())
                .map(parameter -> parameter.own("name"))
                .forEach(lists::add);
        process.all("businessRuleTask")
                .filter(task -> GIVING_LISTS.contains(
                        String.valueOf(task.camunda("mapDecisionResult")).strip()))
                .map(task -> task.camunda("resultVariable"))
                .forEach(lists::add);
        Stream.concat(process.all("callActivity").flatMap(call -> call.extensions("out")), handedOver(process, all))
                .map(mapping -> mapping.own("target"))
                .filter(name -> name != null
                        && !all.provided().sharedVariables().contains(name)
                        && !all.provided().allVariables().contains(name))
                .forEach(lists::add);
        return lists;
    }

    private static Stream<XmlElement> handedOver(XmlElement process, SubmittedFiles all) {
        return all.inForceToBe().values().stream()
                .distinct()
                .flatMap(file -> file.nodes("callActivity"))
                .filter(call -> String.valueOf(process.id()).equals(call.own("calledElement")))
                .flatMap(call -> call.extensions("in"));
    }
}
