package org.rovingpm.modelcheck;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A packaged process or decision, changed in small steps, as a manager would in the Modeler. */
public final class ChangedModel {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final String file;
    private final Document document;

    private ChangedModel(String file, Document document) {
        this.file = file;
        this.document = document;
    }

    /** @param file its name, such as "support-case.bpmn" */
    public static ChangedModel of(String file) {
        try {
            return new ChangedModel(file, builder().parse(new File("processes", file)));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public String file() {
        return file;
    }

    /** Sets an attribute; one with the prefix "camunda:" is Camunda's; null takes it away. */
    public ChangedModel set(String id, String name, String value) {
        Element element = element(id);
        boolean camunda = name.startsWith("camunda:");
        if (value == null) {
            if (camunda) {
                element.removeAttributeNS(element.lookupNamespaceURI("camunda"), name.substring(8));
            } else {
                element.removeAttribute(name);
            }
        } else if (camunda) {
            element.setAttributeNS(element.lookupNamespaceURI("camunda"), name, value);
        } else {
            element.setAttribute(name, value);
        }
        return this;
    }

    /** Takes the element away, and its shape. */
    public ChangedModel without(String... ids) {
        Arrays.stream(ids).map(this::element).toList().forEach(ChangedModel::remove);
        all().filter(each -> Arrays.asList(ids).contains(each.getAttribute("bpmnElement")))
                .toList()
                .forEach(ChangedModel::remove);
        references()
                .filter(each ->
                        Arrays.asList(ids).contains(each.getTextContent().strip()))
                .toList()
                .forEach(ChangedModel::remove);
        return this;
    }

    /** Takes away the elements with this tag in the element. */
    ChangedModel withoutIn(String id, String tag) {
        within(element(id))
                .filter(each -> tag.equals(each.getLocalName()))
                .toList()
                .forEach(ChangedModel::remove);
        return this;
    }

    /** Gives the elements with this tag in the element another text. */
    public ChangedModel text(String id, String tag, String text) {
        within(element(id))
                .filter(each -> tag.equals(each.getLocalName()))
                .toList()
                .forEach(each -> each.setTextContent(text));
        return this;
    }

    /** Gives elements with this tag in the element another attribute. */
    ChangedModel setIn(String id, String tag, String name, String value) {
        within(element(id))
                .filter(each -> tag.equals(each.getLocalName()))
                .toList()
                .forEach(each -> each.setAttribute(name, value));
        return this;
    }

    /** Adds BPMN at the end of the element, or before the first element of it that has to come later. */
    public ChangedModel add(String id, String xml) {
        return insert(element(id), xml, null);
    }

    /** Adds to what the engine knows of the element: its listeners, inputs and outputs. */
    public ChangedModel extend(String id, String xml) {
        Element element = element(id);
        Element extensions = within(element)
                .filter(each -> each.getParentNode() == element && "extensionElements".equals(each.getLocalName()))
                .findFirst()
                .orElse(null);
        if (extensions == null) {
            return insert(
                    element,
                    "<bpmn:extensionElements>" + xml + "</bpmn:extensionElements>",
                    firstAfterDocumentation(element));
        }
        return insert(extensions, xml, null);
    }

    /** Takes away what hands a variable over to a called process. */
    ChangedModel withoutMapping(String call, String variable) {
        within(element(call))
                .filter(each -> "in".equals(each.getLocalName()) && variable.equals(each.getAttribute("target")))
                .toList()
                .forEach(ChangedModel::remove);
        return this;
    }

    /** Documents an element, which comes before all else in it. */
    public ChangedModel documented(String id, String text) {
        Element element = element(id);
        return insert(element, "<bpmn:documentation>" + text + "</bpmn:documentation>", element.getFirstChild());
    }

    public ChangedModel rename(String id, String newId) {
        all().forEach(each -> {
            for (int i = 0; i < each.getAttributes().getLength(); i++) {
                if (each.getAttributes().item(i).getNodeValue().equals(id)) {
                    each.getAttributes().item(i).setNodeValue(newId);
                }
            }
        });
        references()
                .filter(each -> each.getTextContent().strip().equals(id))
                .toList()
                .forEach(each -> each.setTextContent(newId));
        return this;
    }

    /** Puts a step into a sequence flow: the flow leads to the step, and a new one on from it. */
    ChangedModel inFlow(String flow, String step, String xml) {
        Element cut = element(flow);
        String target = cut.getAttribute("targetRef");
        String next = "flow_" + step.replaceFirst("^[A-Za-z]+_", "") + "_next";
        cut.setAttribute("targetRef", step);
        references()
                .filter(each -> each.getLocalName().equals("incoming")
                        && each.getTextContent().strip().equals(flow))
                .toList()
                .forEach(each -> each.setTextContent(next));
        insert((Element) cut.getParentNode(), xml, null);
        return insert(
                (Element) cut.getParentNode(),
                "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(next, step, target),
                null);
    }

    /** Takes a step with one way in and one way out away, and leads the way in on to where the way out led. */
    public ChangedModel skip(String step) {
        Element in = flow("targetRef", step);
        Element out = flow("sourceRef", step);
        in.setAttribute("targetRef", out.getAttribute("targetRef"));
        references()
                .filter(each -> each.getLocalName().equals("incoming")
                        && each.getTextContent().strip().equals(out.getAttribute("id")))
                .toList()
                .forEach(each -> each.setTextContent(in.getAttribute("id")));
        return without(step, out.getAttribute("id"));
    }

    private Element flow(String end, String step) {
        return all().filter(each -> "sequenceFlow".equals(each.getLocalName()) && step.equals(each.getAttribute(end)))
                .findFirst()
                .orElseThrow();
    }

    public byte[] bytes() {
        return bytes("UTF-8");
    }

    byte[] bytes(String encoding) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty("encoding", encoding);
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (javax.xml.transform.TransformerException impossible) {
            throw new AssertionError(impossible);
        }
    }

    String xml() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Element element(String id) {
        return all().filter(each -> id.equals(each.getAttribute("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + file));
    }

    private ChangedModel insert(Element parent, String xml, Node before) {
        try {
            String wrapped =
                    "<x xmlns:bpmn=\"%s\" xmlns:camunda=\"%s\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">%s</x>"
                            .formatted(BPMN, CAMUNDA, xml);
            NodeList read = builder()
                    .parse(new ByteArrayInputStream(wrapped.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement()
                    .getChildNodes();
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < read.getLength(); i++) {
                nodes.add(read.item(i));
            }
            nodes.forEach(node -> parent.insertBefore(document.importNode(node, true), before));
            return this;
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static Node firstAfterDocumentation(Element element) {
        Node child = element.getFirstChild();
        while (child != null && (!(child instanceof Element) || "documentation".equals(child.getLocalName()))) {
            child = child.getNextSibling();
        }
        return child;
    }

    private Stream<Element> references() {
        return all().filter(each -> List.of("incoming", "outgoing").contains(each.getLocalName()));
    }

    private Stream<Element> all() {
        return Stream.concat(Stream.of(document.getDocumentElement()), within(document.getDocumentElement()));
    }

    private static Stream<Element> within(Element element) {
        NodeList nodes = element.getElementsByTagNameNS("*", "*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements.stream();
    }

    private static void remove(Element element) {
        if (element.getParentNode() != null) {
            element.getParentNode().removeChild(element);
        }
    }

    private static DocumentBuilder builder() throws javax.xml.parsers.ParserConfigurationException {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    }
}
