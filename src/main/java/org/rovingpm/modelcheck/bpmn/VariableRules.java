package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.flow.VariableFlow;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.value.ModelValue;
import org.rovingpm.modelcheck.value.ModelValues;
import org.rovingpm.modelcheck.value.WorkedOut;
import org.rovingpm.modelcheck.xml.XmlElement;

/** What conditions, timers and assignments ask is a variable that somebody sets in the process. */
public class VariableRules implements Rule {

    /** What was a variable once, with what to use instead. */
    private static final Map<String, String> FORMER = Map.of(
            CardFields.PRACTICE,
            "which is no longer a variable: take it out here. Task lists show the practice by themselves, and a form or a message "
                    + "says {{practiceName}}, which is asked for with the right of whoever reads it.");

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().forEach(process -> {
            Set<String> known = known(process, all);
            ModelValues.of(process)
                    .filter(value ->
                            value.workedOut() != WorkedOut.AT_DEPLOYMENT && value.workedOut() != WorkedOut.IN_CALLED)
                    .forEach(value -> ask(value.element(), value.text(), how(value), known, all, to));
        });
    }

    /** What a value asks a variable for, with its article. */
    public static String how(ModelValue value) {
        return switch (value.kind()) {
            case YES_OR_NO -> "a condition on";
            case TIMER_DATE, DURATION, CYCLE -> "a timer by";
            case ANYTHING -> value.what();
            default -> value.what() + " by";
        };
    }

    private static void ask(
            XmlElement element, String text, String how, Set<String> known, SubmittedFiles all, Findings to) {
        Expressions.Expression read =
                Expressions.isExpression(text) ? all.expressions().read(text) : null;
        if (read != null) {
            read.names().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> to.problem(element, sentence(how, name, all)));
        }
    }

    private static String sentence(String how, String name, SubmittedFiles all) {
        if (FORMER.containsKey(name)) {
            return "has %s “%s”, %s".formatted(how, name, FORMER.get(name));
        }
        boolean message = all.provided().messages().contains(name)
                || all.provided().signals().contains(name);
        return (message
                        ? "has %s “%s”, which is a message and has no value: wait for it with an event, or name a variable."
                        : "has %s “%s”, which nobody sets in this process: correct the name, or make it a tick or a choice of a form that comes before "
                                + "(or an output of a step).")
                .formatted(how, name);
    }

    /** The names that are set anywhere in the process. */
    public static Set<String> known(XmlElement process, SubmittedFiles all) {
        Set<String> known = new HashSet<>(VariableFlow.ALWAYS);
        known.addAll(all.provided().sharedVariables());
        known.addAll(all.provided().variablesOf(String.valueOf(process.id())).orElseGet(() -> all.provided()
                .allVariables()));
        process.all("out").map(mapping -> mapping.own("target")).forEach(known::add);
        process.all("inputParameter", "outputParameter")
                .map(parameter -> parameter.own("name"))
                .forEach(known::add);
        process.all()
                .flatMap(element -> Stream.of(
                                "resultVariable",
                                "resultVariableName",
                                "elementVariable",
                                "errorCodeVariable",
                                "errorMessageVariable",
                                "escalationCodeVariable",
                                "initiator")
                        .map(element::camunda))
                .forEach(known::add);
        process.all("userTask", "startEvent").forEach(step -> known.addAll(answers(step, all)));
        all.inForceToBe().values().stream()
                .distinct()
                .flatMap(each -> each.nodes("callActivity"))
                .filter(call -> String.valueOf(process.id()).equals(call.own("calledElement")))
                .flatMap(call -> call.extensions("in"))
                .map(mapping -> mapping.own("target"))
                .forEach(known::add);
        return known;
    }

    /** What a form that no use case takes leaves for gateways: its ticks and choices; of a start form, every field. */
    private static Set<String> answers(XmlElement step, SubmittedFiles all) {
        String form = step.camunda("formRef");
        if (form == null || all.provided().form(form).isPresent()) {
            return Set.of();
        }
        return Optional.of(form)
                .flatMap(all::form)
                .map(deployed -> step.is("startEvent") ? deployed.names() : deployed.closedFields())
                .orElse(Set.of());
    }
}
