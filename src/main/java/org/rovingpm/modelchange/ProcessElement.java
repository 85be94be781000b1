package org.rovingpm.modelchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a process model says of one of its elements: everything but how it is drawn.
 *
 * @param kind    such as "userTask"
 * @param name    its label; null where it has none
 * @param details all that it says, by attribute or by the way to what is nested in it
 */
record ProcessElement(String id, String kind, String name, Map<String, String> details) {

    private static final Set<String> HOLD_OTHERS = Set.of(
            "definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration", "laneSet");
    private static final Set<String> NOT_SAID = Set.of("id", "incoming", "outgoing");
    private static final Set<String> NOT_OF_THE_PROCESS = Set.of("BPMNDiagram");

    /** @return the elements of a model by id, in the order in which they are written */
    static Map<String, ProcessElement> of(byte[] model) {
        Map<String, ProcessElement> elements = new LinkedHashMap<>();
        collect(ModelXml.root(model), elements);
        return elements;
    }

    private static void collect(Element parent, Map<String, ProcessElement> elements) {
        for (Element child : ModelXml.children(parent)) {
            if (child.hasAttribute("id") && !NOT_OF_THE_PROCESS.contains(child.getLocalName())) {
                Map<String, String> details = new TreeMap<>();
                describe(child, "", details, HOLD_OTHERS.contains(child.getLocalName()));
                details.keySet().removeAll(NOT_SAID);
                String name = child.getAttribute("name");
                elements.put(
                        child.getAttribute("id"),
                        new ProcessElement(
                                child.getAttribute("id"), child.getLocalName(), name.isBlank() ? null : name, details));
                if (HOLD_OTHERS.contains(child.getLocalName())) {
                    collect(child, elements);
                }
            }
        }
    }

    private static void describe(Element element, String way, Map<String, String> details, boolean holdsOthers) {
        ModelXml.attributes(element).forEach((name, value) -> {
            if (way.isEmpty() || !name.equals("id")) {
                details.put(way + name, value);
            }
        });
        if (!way.isEmpty() && !ModelXml.text(element).isEmpty()) {
            details.put(way, ModelXml.text(element));
        }
        for (Element child : ModelXml.children(element)) {
            boolean another = holdsOthers && child.hasAttribute("id");
            if (!another && !NOT_SAID.contains(child.getLocalName())) {
                String next = way + child.getLocalName() + named(child);
                for (int i = 2; details.containsKey(next + "/"); i++) {
                    next = way + child.getLocalName() + named(child) + " " + i;
                }
                details.put(next + "/", "");
                describe(child, next + "/", details, false);
            }
        }
    }

    /** By what siblings of the same kind are told apart. */
    private static String named(Element element) {
        return Stream.of("name", "event", "key", "target", "variables")
                .map(element::getAttribute)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> "[" + value + "]")
                .orElse("");
    }

    /** @return "user task", "exclusive gateway" */
    String kindInWords() {
        return kind.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    boolean isFlow() {
        return "sequenceFlow".equals(kind);
    }
}
