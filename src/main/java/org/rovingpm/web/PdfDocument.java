package org.rovingpm.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a document that people keep from a template that is well-formed XML. Screen readers can read it (PDF/UA). */
@Component
public class PdfDocument {

    private static final String TYPEFACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ITemplateEngine templates;

    PdfDocument(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** @return the bytes of the PDF */
    public byte[] of(String template, Map<String, Object> values) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(templates.process(template, new Context(Locale.UK, values)), null);
        builder.useFont(PdfDocument::typeface, "Liberation Sans");
        // Whatever a template names, nothing is fetched
        builder.useUriResolver((base, address) -> null);
        builder.usePdfUaAccessibility(true);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pdf.toByteArray();
    }

    private static InputStream typeface() {
        return PDDocument.class.getResourceAsStream(TYPEFACE);
    }
}
