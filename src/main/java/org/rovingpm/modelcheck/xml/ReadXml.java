package org.rovingpm.modelcheck.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML from untrusted sources: it can refer to nothing outside, and entities cannot expand. */
public final class ReadXml {

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
    private static final DocumentBuilderFactory FACTORY = factory();

    private ReadXml() {}

    /**
     * @return the root of the document
     * @throws Unreadable with a sentence for the sender
     */
    public static XmlElement read(byte[] content) {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new Silent());
            return new XmlElement(
                    builder.parse(new ByteArrayInputStream(content)).getDocumentElement());
        } catch (SAXParseException broken) {
            throw new Unreadable(
                    broken.getMessage() != null && broken.getMessage().contains("DOCTYPE")
                            ? "The file has a document type declaration (DOCTYPE), which models do not need: take it out, or save the file again in the Modeler."
                            : "The file is not readable XML from line %d on: open it in the Modeler and save it again."
                                    .formatted(Math.max(1, broken.getLineNumber())));
        } catch (SAXException | IOException | RuntimeException broken) {
            throw new Unreadable("The file is not readable XML: open it in the Modeler and save it again.");
        }
    }

    private static synchronized DocumentBuilder builder() {
        try {
            return FACTORY.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(LIMIT + "maxElementDepth", "200");
            factory.setAttribute(LIMIT + "elementAttributeLimit", "200");
            return factory;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that is not XML, or has a document type; the message is a sentence for a person. */
    public static class Unreadable extends RuntimeException {

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /** Errors are reported in our words, and not printed. */
    private static class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException mild) {
            // Nothing that a person could act on
        }

        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }
}
