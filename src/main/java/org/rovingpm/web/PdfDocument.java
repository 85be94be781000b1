package org.rovingpm.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a document that people keep from a template that is well-formed XML. Screen readers can read it (PDF/UA). */
@Component
public class PdfDocument {

    /** A typeface has not all letters: what one lacks is taken from the next. */
    private static final Map<String, String> TYPEFACES = typefaces();

    /** The typefaces as the style of each document names them. */
    static final String FAMILIES =
            TYPEFACES.keySet().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));

    private final ITemplateEngine templates;

    PdfDocument(ITemplateEngine templates) {
        this.templates = templates;
    }

    private static Map<String, String> typefaces() {
        Map<String, String> typefaces = new LinkedHashMap<>();
        typefaces.put("Liberation Sans", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        typefaces.put("DejaVu Sans", "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf");
        typefaces.put("Noto Sans SC", "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf");
        return typefaces;
    }

    /**
     * @param template whose style names all the typefaces
     * @return the bytes of the PDF
     */
    public byte[] of(String template, Map<String, Object> values) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(templates.process(template, new Context(Locale.UK, values)), null);
        TYPEFACES.forEach((family, file) -> builder.useFont(() -> PdfDocument.class.getResourceAsStream(file), family));
        builder.useUnicodeBidiSplitter(TextRuns::new);
        builder.useUnicodeBidiReorderer(new TextOrder());
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
}
