package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A model sets none of the variables that the scheme's own steps set and rely on, but as the packaged model does. */
class OverwriteRules implements Rule {

    private static final Set<String> SETTING = Set.of(
            "resultVariable",
            "resultVariableName",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "initiator");

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().forEach(process -> {
            Set<String> reserved = new HashSet<>(all.provided().sharedVariables());
            all.provided().variablesOf(String.valueOf(process.id())).ifPresent(reserved::addAll);
            Set<String> asPackaged = all.packaged(String.valueOf(process.id())).stream()
                    .flatMap(packaged -> packaged.root().all())
                    .flatMap(OverwriteRules::set)
                    .collect(Collectors.toSet());
            process.all().forEach(element -> set(element)
                    .filter(name -> reserved.contains(name) && !asPackaged.contains(name))
                    .filter(name -> !comesBack(element, name, all))
                    .forEach(name -> overwrites(element, name, to)));
            process.all("inputParameter")
                    .filter(input -> all.provided().sharedVariables().contains(String.valueOf(input.own("name"))))
                    .forEach(input -> overwrites(input, input.own("name"), to));
            process.all("in")
                    .filter(mapping -> all.provided().sharedVariables().contains(String.valueOf(mapping.own("target"))))
                    .filter(mapping -> !mapping.own("target").equals(mapping.own("source")))
                    .forEach(mapping -> overwrites(mapping, mapping.own("target"), to));
        });
    }

    private static void overwrites(XmlElement element, String name, Findings to) {
        to.problem(
                element,
                "sets “%s”, which the scheme's own steps set and rely on: give it another name.".formatted(name));
    }

    private static Stream<String> set(XmlElement element) {
        return Stream.concat(
                        SETTING.stream().map(element::camunda),
                        element.is("outputParameter")
                                ? Stream.of(element.own("name"))
                                : element.is("out") ? Stream.of(element.own("target")) : Stream.of())
                .filter(Objects::nonNull);
    }

    /** What a process of the scheme has set itself comes back under its own name. */
    private static boolean comesBack(XmlElement element, String name, SubmittedFiles all) {
        if (!element.is("out") || !name.equals(element.own("source"))) {
            return false;
        }
        return Optional.ofNullable(element.around("callActivity"))
                .map(call -> call.own("calledElement"))
                .filter(called -> all.provided().variablesOf(called).isPresent())
                .isPresent();
    }
}
