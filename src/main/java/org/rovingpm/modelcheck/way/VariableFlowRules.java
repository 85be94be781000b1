package org.rovingpm.modelcheck.way;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rovingpm.modelcheck.bpmn.VariableRules;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.flow.DrawnProcess;
import org.rovingpm.modelcheck.flow.VariableFlow;
import org.rovingpm.modelcheck.flow.VariableFlow.Missing;
import org.rovingpm.modelcheck.value.WorkedOut;
import org.rovingpm.modelcheck.xml.XmlElement;

/** What a step asks is set on every way to it. */
class VariableFlowRules implements TogetherRule {

    private final SubmittedFiles all;

    VariableFlowRules(SubmittedFiles all) {
        this.all = all;
    }

    @Override
    public Report of(Map<String, DrawnProcess> processes) {
        VariableFlow flow = new VariableFlow(processes, all);
        return (process, to) -> report(process, flow, to);
    }

    private void report(DrawnProcess process, VariableFlow flow, Findings to) {
        Set<String> anywhere = VariableRules.known(process.process(), all);
        List<Missing> missing = flow.missing(process.id());
        missing.stream()
                .filter(found -> found.value() != null
                        && (anywhere.contains(found.name()) || found.value().workedOut() == WorkedOut.IN_CALLED))
                .forEach(found -> to.problem(
                        found.element(),
                        "has %s “%s”, %s".formatted(VariableRules.how(found.value()), found.name(), remedy(found))));
        needs(missing)
                .forEach((element, names) -> to.problem(
                        element,
                        "needs “%s”, which is not set on every way to it: hand it over where the process is called, or lead every way through the step that sets it."
                                .formatted(String.join("”, “", names))));
        flow.notHandedOver(process.id())
                .forEach(left -> to.warning(
                        left.call(),
                        "does not hand over “%s”, which the process “%s” is always given: add it as an in mapping."
                                .formatted(left.name(), left.call().own("calledElement"))));
    }

    private static Map<XmlElement, Set<String>> needs(List<Missing> missing) {
        return missing.stream()
                .filter(found -> Objects.isNull(found.value()))
                .collect(Collectors.groupingBy(
                        Missing::element, Collectors.mapping(Missing::name, Collectors.toCollection(TreeSet::new))));
    }

    private static String remedy(Missing found) {
        String steps = String.join("” or “", found.setBy());
        if (found.byAnswer()) {
            return "and a case can come here without having answered it: lead every way to it through “%s”."
                    .formatted(steps);
        }
        return found.setBy().isEmpty()
                ? "which is not set here yet: hand it over where the process is called, or set it by an output of a step before."
                : "and a case can come here before it is set: lead every way to it through “%s”.".formatted(steps);
    }
}
