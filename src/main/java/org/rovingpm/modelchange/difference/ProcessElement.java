package org.rovingpm.modelchange.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.rovingpm.modelcheck.xml.ReadXml;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * One element of a process model, without its drawing.
 *
 * @param kind    such as "userTask"
 * @param name    its label; null if it has none
 * @param details its details, by attribute or by the path to nested elements
 */
record ProcessElement(String id, String kind, String name, Map<String, String> details) {

    private static final Set<String> HOLD_OTHERS = Set.of(
            "definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration", "laneSet");
    private static final Set<String> NOT_SAID = Set.of("id", "incoming", "outgoing");
    private static final Set<String> OF_THE_ENGINE = Set.of(XmlElement.CAMUNDA, XmlElement.CAMUNDA_DMN);
    private static final Set<String> NOT_OF_THE_PROCESS = Set.of("BPMNDiagram");

    /** @return the elements of a model by id, in document order */
    static Map<String, ProcessElement> of(byte[] model) {
        Map<String, ProcessElement> elements = new LinkedHashMap<>();
        collect(ReadXml.read(model), elements);
        return elements;
    }

    private static void collect(XmlElement parent, Map<String, ProcessElement> elements) {
        for (XmlElement child : parent.children().toList()) {
            if (child.id() != null && !NOT_OF_THE_PROCESS.contains(child.tag())) {
                Map<String, String> details = new TreeMap<>();
                describe(child, "", details, HOLD_OTHERS.contains(child.tag()));
                details.keySet().removeAll(NOT_SAID);
                String name = child.own("name");
                elements.put(
                        child.id(),
                        new ProcessElement(
                                child.id(), child.tag(), name == null || name.isBlank() ? null : name, details));
                if (HOLD_OTHERS.contains(child.tag())) {
                    collect(child, elements);
                }
            }
        }
    }

    private static void describe(XmlElement element, String way, Map<String, String> details, boolean holdsOthers) {
        attributes(element).forEach((name, value) -> {
            if (way.isEmpty() || !name.equals("id")) {
                details.put(way + name, value);
            }
        });
        if (!way.isEmpty() && !element.ownText().isEmpty()) {
            details.put(way, element.ownText());
        }
        for (XmlElement child : element.children().toList()) {
            boolean another = holdsOthers && child.id() != null;
            if (!another && !NOT_SAID.contains(child.tag())) {
                String next = way + child.tag() + named(child);
                for (int i = 2; details.containsKey(next + "/"); i++) {
                    next = way + child.tag() + named(child) + " " + i;
                }
                details.put(next + "/", "");
                describe(child, next + "/", details, false);
            }
        }
    }

    /** The attributes by name, the engine's with its prefix, without namespace declarations. */
    private static Map<String, String> attributes(XmlElement element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes()
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                        && !XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attribute.getNamespaceURI()))
                .forEach(attribute -> attributes.put(
                        (OF_THE_ENGINE.contains(String.valueOf(attribute.getNamespaceURI())) ? "camunda:" : "")
                                + attribute.getLocalName(),
                        attribute.getValue()));
        return attributes;
    }

    /** What distinguishes siblings of the same kind. */
    private static String named(XmlElement element) {
        return Stream.of("name", "event", "key", "target", "variables")
                .map(element::own)
                .filter(value -> value != null && !value.isEmpty())
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
