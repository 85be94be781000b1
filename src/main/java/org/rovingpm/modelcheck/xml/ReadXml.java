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

/** Reads XML that a stranger may have written: nothing in it reaches outside of it, and it cannot grow when it is read. */
public final class ReadXml {

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
    private static final DocumentBuilderFactory FACTORY = factory();

    private ReadXml() {}

    /**
     * @return the root of the document
     * @throws Unreadable with a sentence for whoever sent the file
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
                            : "The file is no XML that can be read, from line %d on: open it in the Modeler and save it again."
                                    .formatted(Math.max(1, broken.getLineNumber())));
        } catch (SAXException | IOException | RuntimeException broken) {
            throw new Unreadable("The file is no XML that can be read: open it in the Modeler and save it again.");
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

    /** A file that is no XML, or more than XML should be; the message is a sentence for a person. */
    public static class Unreadable extends RuntimeException {

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /** What is wrong is told in our words, and not printed. */
    private static class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException mild) {
            // Nothing that a person could do something about
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
