package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Whatever people type stands in a document as it is written: every letter, each script in its direction. */
class PdfDocumentTest {

    private static final String TEMPLATE = """
        <html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml" xmlns:th="http://www.thymeleaf.org"><head><title>Letters</title>
        <meta name="description" content="Letters"/><style th:utext="${style}"></style></head><body><p th:text="${text}"></p></body></html>""";

    /** The letters from left to right. */
    private static String lettersOf(String text) throws IOException {
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(new StringTemplateResolver());
        byte[] pdf = new PdfDocument(templates)
                .of(
                        TEMPLATE,
                        Map.of("text", text, "style", "body { font-family: %s }".formatted(PdfDocument.FAMILIES)));
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                }
            }.writeText(document, Writer.nullWriter());
        }
        return letters.stream()
                .sorted(Comparator.comparing(TextPosition::getX))
                .map(TextPosition::getUnicode)
                .collect(Collectors.joining());
    }

    @Test
    void everyDocumentNamesAllTypefaces() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(templates.filter(file -> file.toString().endsWith("-document.html")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .contains(
                                    "body { font-family: " + PdfDocument.FAMILIES,
                                    "font-family: " + PdfDocument.FAMILIES + "; font-size: 9pt"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "✓ done, ✗ not",
                "Łódź, Þórður, Ştefan",
                "Ελληνικά и кириллица",
                "我们需要一位经理",
                "こんにちは",
                "→ 5 ≥ 4 – “x”, €3"
            })
    void everyLetterThatPeopleTypeIsThere(String text) throws IOException {
        // Where two letters look the same, a typeface may have one shape for both
        assertThat(Normalizer.normalize(lettersOf(text), Normalizer.Form.NFKC))
                .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    @Test
    void hebrewRunsFromRightToLeftAndWhatIsAroundItFromLeftToRight() throws IOException {
        assertThat(lettersOf("Dr \u05E9\u05DC\u05D5\u05DD (partner)"))
                .isEqualTo("Dr \u05DD\u05D5\u05DC\u05E9 (partner)");
    }

    @Test
    void aNumberAfterHebrewStandsToItsLeftAndReadsFromLeftToRight() throws IOException {
        assertThat(lettersOf("Dr \u05E9\u05DC\u05D5\u05DD 12 (partner)"))
                .isEqualTo("Dr 12 \u05DD\u05D5\u05DC\u05E9 (partner)");
    }

    @Test
    void arabicRunsFromRightToLeftWithItsLettersJoined() throws IOException {
        String letters = lettersOf("Dr \u0645\u062D\u0645\u062F, partner");
        assertThat(letters).startsWith("Dr ").endsWith(", partner").doesNotContain("#");
        String name = letters.substring(3, letters.length() - ", partner".length());
        assertThat(Normalizer.normalize(new StringBuilder(name).reverse(), Normalizer.Form.NFKC))
                .isEqualTo("\u0645\u062D\u0645\u062F");
    }
}
