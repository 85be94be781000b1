package org.rovingpm.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;

/**
 * Recognises the kind of a document by its content. Refuses kinds that are not allowed, and files whose content does
 * not match their name.
 */
@Component
class CheckDocument {

    private static final String ALLOWED =
            "PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), a picture (.jpg, .png, .gif, .heic), "
                    + "text (.txt, .csv) or an e-mail (.eml, .msg)";
    private static final Map<String, String> OLD = Map.of("doc", ".docx", "xls", ".xlsx", "rtf", ".docx");
    private static final Set<String> WITH_MACROS = Set.of("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm");
    private static final Map<DocumentKind, Set<String>> CONTENT = Map.ofEntries(
            Map.entry(DocumentKind.PDF, Set.of("application/pdf")),
            Map.entry(DocumentKind.WORD, Set.of("application/zip", "application/x-tika-ooxml")),
            Map.entry(DocumentKind.EXCEL, Set.of("application/zip", "application/x-tika-ooxml")),
            Map.entry(DocumentKind.ODF_TEXT, Set.of("application/zip", "application/vnd.oasis.opendocument.text")),
            Map.entry(
                    DocumentKind.ODF_SPREADSHEET,
                    Set.of("application/zip", "application/vnd.oasis.opendocument.spreadsheet")),
            Map.entry(DocumentKind.JPEG, Set.of("image/jpeg")),
            Map.entry(DocumentKind.PNG, Set.of("image/png")),
            Map.entry(DocumentKind.GIF, Set.of("image/gif")),
            Map.entry(
                    DocumentKind.HEIC,
                    Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence")),
            Map.entry(DocumentKind.TEXT, Set.of("text/plain", "text/csv", "message/rfc822")),
            Map.entry(DocumentKind.CSV, Set.of("text/plain", "text/csv")),
            Map.entry(DocumentKind.EMAIL, Set.of("message/rfc822", "text/plain")),
            Map.entry(DocumentKind.OUTLOOK, Set.of("application/x-tika-msoffice", "application/vnd.ms-outlook")));
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+:.*|[ \\t].*");
    private static final int HEAD_OF_A_MAIL = 16 * 1024;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    DocumentKind kindOf(DocumentName name, byte[] content) {
        if (content.length == 0) {
            throw refused("The file is empty: choose another.");
        }
        if (content.length > AddDocument.LARGEST) {
            throw refused("The file is larger than 10 MB: make it smaller, or share it in parts.");
        }
        String extension = name.extension();
        if (OLD.containsKey(extension)) {
            throw refused("Files of this old kind can hide macros: open the file, save it as %s, and choose that."
                    .formatted(OLD.get(extension)));
        }
        if (WITH_MACROS.contains(extension)) {
            throw refused(
                    "Files with macros are not accepted: save the file without them (.docx or .xlsx), and choose that.");
        }
        DocumentKind kind = DocumentKind.called(extension)
                .orElseThrow(() -> refused("Files of this kind are not accepted. Choose %s.".formatted(ALLOWED)));
        if (!CONTENT.get(kind).contains(detected(content)) || !holdsWhatItSays(kind, content)) {
            throw refused(
                    ("The content of the file does not match its name (%s), or it is protected by a password: open it, save it without one as %s, "
                                    + "and choose that.")
                            .formatted("." + extension, ALLOWED));
        }
        refuseWhatRuns(kind, content);
        return kind;
    }

    private static void refuseWhatRuns(DocumentKind kind, byte[] content) {
        if (kind == DocumentKind.PDF) {
            PdfContents pdf = PdfContents.of(content);
            if (pdf.isEncrypted()) {
                throw refused("The PDF is protected by a password: save it without one, and choose that.");
            }
            if (pdf.canRun()) {
                throw refused("The PDF contains scripts, or other files: print it into a new PDF, and choose that.");
            }
        }
        if (kind == DocumentKind.CSV && Formulas.in(content)) {
            throw refused(
                    "The file has cells that a spreadsheet would take for formulas, because they begin with =, @, + or -: "
                            + "save it as .xlsx, and choose that.");
        }
    }

    private static boolean holdsWhatItSays(DocumentKind kind, byte[] content) {
        return switch (kind) {
            case WORD -> OfficePackage.read(content).isOfficeOpen("wordprocessingml.document.main+xml");
            case EXCEL -> OfficePackage.read(content).isOfficeOpen("spreadsheetml.sheet.main+xml");
            case ODF_TEXT, ODF_SPREADSHEET -> OfficePackage.read(content).isOpenDocument(kind.mediaType());
            case EMAIL -> beginsWithTheHeadOfAMail(content);
            case OUTLOOK -> OfficePackage.isOutlookMessage(content);
            default -> true;
        };
    }

    private static boolean beginsWithTheHeadOfAMail(byte[] content) {
        return new String(content, 0, Math.min(content.length, HEAD_OF_A_MAIL), StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> HEADER.matcher(line).matches())
                .anyMatch(line -> line.regionMatches(true, 0, "From:", 0, 5));
    }

    private String detected(byte[] content) {
        try {
            MediaType type = types.detect(new ByteArrayInputStream(content), new Metadata());
            return type.getBaseType().toString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refusal refused(String sentence) {
        return new Refusal("file", sentence);
    }
}
