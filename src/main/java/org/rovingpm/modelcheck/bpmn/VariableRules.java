package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.xml.XmlElement;

/** What conditions, timers and assignments ask is a variable that somebody sets in the process. */
class VariableRules implements Rule {

    private static final Set<String> ALWAYS = Set.of(
            "execution", "task", "loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances");

    /** What was a variable once, with what to use instead. */
    private static final Map<String, String> FORMER = Map.of(
            CardFields.PRACTICE,
            "which is no longer a variable: take it out here. Task lists show the practice by themselves, and a form or a message "
                    + "says {{practiceName}}, which is asked for with the right of whoever reads it.");

    private static final String[] CONDITIONS = {
        "conditionExpression", "condition", "completionCondition", "loopCardinality"
    };
    private static final String[] TIMES = {"timeDate", "timeDuration", "timeCycle"};
    private static final String[] OF_TASKS = {
        "assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "collection", "priority"
    };

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().forEach(process -> {
            Set<String> known = known(process, all);
            process.all(CONDITIONS)
                    .forEach(condition -> ask(condition, condition.text(), "a condition on", known, all, to));
            process.all(TIMES).forEach(time -> ask(time, time.text(), "a timer by", known, all, to));
            process.all().forEach(element -> Stream.of(OF_TASKS)
                    .map(element::camunda)
                    .filter(Expressions::isExpression)
                    .forEach(text -> ask(element, text, "an assignment by", known, all, to)));
            process.all("in")
                    .filter(mapping -> mapping.own("source") != null)
                    .forEach(mapping ->
                            ask(mapping, "${%s}".formatted(mapping.own("source")), "to hand over", known, all, to));
            process.all("conditionExpression").forEach(condition -> askedBefore(condition, process, file, all, to));
            if (all.provided().variablesOf(String.valueOf(process.id())).isPresent()) {
                process.all("inputParameter")
                        .filter(input -> input.around("connector") == null
                                && input.parent().is("inputOutput"))
                        .forEach(input -> ask(input, input.ownText(), "an input by", known, all, to));
            }
        });
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

    /** An answer of a form is there only where the form has been answered: on every way to the gateway. */
    private static void askedBefore(
            XmlElement condition, XmlElement process, BpmnFile file, SubmittedFiles all, Findings to) {
        Expressions.Expression read =
                Expressions.isExpression(condition.text()) ? all.expressions().read(condition.text()) : null;
        XmlElement flow = condition.around("sequenceFlow");
        if (read == null || flow == null || flow.own("sourceRef") == null) {
            return;
        }
        read.names().forEach(name -> {
            Set<String> asking = process.all("userTask")
                    .filter(task -> answers(task, all).contains(name))
                    .map(XmlElement::id)
                    .collect(Collectors.toSet());
            boolean setOtherwise = process.all("startEvent")
                            .anyMatch(start -> answers(start, all).contains(name))
                    || process.all("out", "outputParameter")
                            .anyMatch(set -> name.equals(set.own("target")) || name.equals(set.own("name")));
            if (!asking.isEmpty()
                    && !setOtherwise
                    && file.reachedWithout(asking).contains(flow.own("sourceRef"))) {
                to.problem(
                        flow,
                        "has a condition on “%s”, and a case can come here without having answered it: lead every way to it through “%s”."
                                .formatted(
                                        name,
                                        asking.stream()
                                                .map(id -> file.find(id)
                                                        .map(XmlElement::label)
                                                        .orElse(id))
                                                .sorted()
                                                .collect(Collectors.joining("” or “"))));
            }
        });
    }

    private static Set<String> known(XmlElement process, SubmittedFiles all) {
        Set<String> known = new HashSet<>(ALWAYS);
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
                                "elementVariable",
                                "errorCodeVariable",
                                "errorMessageVariable",
                                "escalationCodeVariable")
                        .map(element::camunda))
                .forEach(known::add);
        process.all("userTask", "startEvent").forEach(step -> known.addAll(answers(step, all)));
        all.processFiles()
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
