package org.rovingpm.modelcheck.bpmn;

import java.util.List;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A gateway always has a way on: each flow but one has a condition, and that one is the default. */
class GatewayRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.nodes("exclusiveGateway", "inclusiveGateway").forEach(gateway -> {
            List<XmlElement> flows = file.flowsFrom(gateway).toList();
            if (flows.isEmpty()) {
                to.problem(gateway, "leads nowhere: draw a sequence flow from it, or remove it.");
            }
            String preferred = gateway.own("default");
            boolean hasDefault = flows.stream()
                    .anyMatch(flow -> flow.id() != null && flow.id().equals(preferred));
            boolean oneIsMeant = !hasDefault
                    && flows.stream()
                                    .filter(flow -> flow.children("conditionExpression")
                                            .findAny()
                                            .isEmpty())
                                    .count()
                            == 1;
            if (flows.size() > 1 && !hasDefault) {
                to.problem(
                        gateway,
                        "has no default, so a case would get stuck if no condition holds: make one of its flows the default flow.");
            }
            flows.forEach(flow -> flow(gateway, flow, flows.size() > 1 && !oneIsMeant, to));
        });
        file.nodes("complexGateway")
                .forEach(gateway ->
                        to.problem(gateway, "is a complex gateway, which the engine does not know: use another kind."));
        file.processes()
                .flatMap(process -> process.all("sequenceFlow"))
                .filter(flow -> file.find(flow.own("targetRef")).isEmpty()
                        || file.find(flow.own("sourceRef")).isEmpty())
                .forEach(flow -> to.problem(flow, "begins or ends at nothing: draw it again."));
    }

    private static void flow(XmlElement gateway, XmlElement flow, boolean needsCondition, Findings to) {
        boolean preferred = flow.id() != null && flow.id().equals(gateway.own("default"));
        List<XmlElement> conditions = flow.children("conditionExpression").toList();
        if (needsCondition
                && !preferred
                && conditions.stream().allMatch(condition -> condition.text().isEmpty())) {
            to.problem(
                    flow,
                    "leads out of “%s” without a condition: write one, such as ${planApproved}, or make it the default flow."
                            .formatted(gateway.label() == null ? gateway.id() : gateway.label()));
        }
        if (preferred && !conditions.isEmpty()) {
            to.problem(flow, "is a default flow with a condition: take the condition out.");
        }
    }
}
