package org.rovingpm.modelcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** One element of a model. Elements are told by their local names: the engine looks at these alone. */
record Xml(Element element) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    String tag() {
        return element.getLocalName();
    }

    boolean is(String... tags) {
        return List.of(tags).contains(tag());
    }

    String id() {
        return own("id");
    }

    /** What people call it: its name on one line, or null. */
    String label() {
        String name = own("name");
        return name == null || name.isBlank() ? null : name.strip().replaceAll("\\s+", " ");
    }

    /** @return an attribute of the element itself, null where it is missing */
    String own(String name) {
        return element.hasAttributeNS(null, name) ? element.getAttributeNS(null, name) : null;
    }

    /** @return an attribute that the engine adds to BPMN; null where it is missing or empty */
    String camunda(String name) {
        String value = element.getAttributeNS(CAMUNDA, name);
        return value.isBlank() ? null : value.strip();
    }

    String text() {
        return element.getTextContent().strip();
    }

    /** The text of the element itself, without that of the elements in it. */
    String ownText() {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    Stream<Xml> children() {
        List<Xml> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new Xml(child));
            }
        }
        return children.stream();
    }

    Stream<Xml> children(String... tags) {
        return children().filter(child -> child.is(tags));
    }

    /** The element and everything in it. */
    Stream<Xml> all() {
        List<Xml> all = new ArrayList<>();
        visit(all::add);
        return all.stream();
    }

    Stream<Xml> all(String... tags) {
        return all().filter(each -> each.is(tags));
    }

    /** What the engine adds to the element, such as its listeners. */
    Stream<Xml> extensions(String... tags) {
        return children("extensionElements").flatMap(Xml::children).filter(child -> child.is(tags));
    }

    Stream<Attr> attributes() {
        NamedNodeMap attributes = element.getAttributes();
        List<Attr> all = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            all.add((Attr) attributes.item(i));
        }
        return all.stream();
    }

    /** @return null at the root */
    Xml parent() {
        return element.getParentNode() instanceof Element parent ? new Xml(parent) : null;
    }

    /** The element around this one that has one of the tags, or this one; null where there is none. */
    Xml around(String... tags) {
        Xml around = this;
        while (around != null && !around.is(tags)) {
            around = around.parent();
        }
        return around;
    }

    /** What a person can find in the diagram: the element, or the one around it, that has a label, or else an id. */
    Xml nearestWithId() {
        Xml node = around(BpmnFile.NAMEABLE);
        if (node != null && node.id() != null) {
            return node;
        }
        Xml near = this;
        while (near.id() == null && near.parent() != null) {
            near = near.parent();
        }
        return near;
    }

    private void visit(Consumer<Xml> visitor) {
        visitor.accept(this);
        children().forEach(child -> child.visit(visitor));
    }
}
