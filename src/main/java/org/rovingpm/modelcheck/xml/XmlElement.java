package org.rovingpm.modelcheck.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** One element of a model, by its local name: the engine ignores prefixes. */
public record XmlElement(Element element) {

    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    public static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    public String tag() {
        return element.getLocalName();
    }

    public boolean is(String... tags) {
        return List.of(tags).contains(tag());
    }

    public String id() {
        return own("id");
    }

    /** Its name on one line, or null. */
    public String label() {
        String name = own("name");
        return name == null || name.isBlank() ? null : name.strip().replaceAll("\\s+", " ");
    }

    /** @return an attribute of the element itself; null if missing */
    public String own(String name) {
        return element.hasAttributeNS(null, name) ? element.getAttributeNS(null, name) : null;
    }

    /** @return an attribute of the engine's extension; null if missing or empty */
    public String camunda(String name) {
        String value = element.getAttributeNS(CAMUNDA, name);
        return value.isBlank() ? null : value.strip();
    }

    public String text() {
        return element.getTextContent().strip();
    }

    /** Its own text, without that of its children. */
    public String ownText() {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    public Stream<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new XmlElement(child));
            }
        }
        return children.stream();
    }

    public Stream<XmlElement> children(String... tags) {
        return children().filter(child -> child.is(tags));
    }

    /** The element and all its descendants. */
    public Stream<XmlElement> all() {
        List<XmlElement> all = new ArrayList<>();
        visit(all::add);
        return all.stream();
    }

    public Stream<XmlElement> all(String... tags) {
        return all(List.of(tags));
    }

    public Stream<XmlElement> all(List<String> tags) {
        return all().filter(each -> tags.contains(each.tag()));
    }

    /** The engine's extension elements, such as listeners. */
    public Stream<XmlElement> extensions(String... tags) {
        return children("extensionElements").flatMap(XmlElement::children).filter(child -> child.is(tags));
    }

    public Stream<Attr> attributes() {
        NamedNodeMap attributes = element.getAttributes();
        List<Attr> all = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            all.add((Attr) attributes.item(i));
        }
        return all.stream();
    }

    /** @return null at the root */
    public XmlElement parent() {
        return element.getParentNode() instanceof Element parent ? new XmlElement(parent) : null;
    }

    /** This element or its nearest ancestor with one of the tags; null if there is none. */
    public XmlElement around(String... tags) {
        return around(List.of(tags));
    }

    /** As {@link #around(String...)}. */
    public XmlElement around(List<String> tags) {
        XmlElement around = this;
        while (around != null && !tags.contains(around.tag())) {
            around = around.parent();
        }
        return around;
    }

    private void visit(Consumer<XmlElement> visitor) {
        visitor.accept(this);
        children().forEach(child -> child.visit(visitor));
    }
}
