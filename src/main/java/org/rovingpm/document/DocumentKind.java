package org.rovingpm.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The allowed kinds of documents. None of them can carry macros or run. */
public enum DocumentKind {
    PDF("PDF", "application/pdf", "pdf"),
    WORD("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODF_TEXT("OpenDocument text", "application/vnd.oasis.opendocument.text", "odt"),
    ODF_SPREADSHEET("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    JPEG("Picture (JPEG)", "image/jpeg", "jpg", "jpeg"),
    PNG("Picture (PNG)", "image/png", "png"),
    GIF("Picture (GIF)", "image/gif", "gif"),
    HEIC("Picture (HEIC)", "image/heic", "heic"),
    TEXT("Text", "text/plain", "txt"),
    CSV("Table (CSV)", "text/csv", "csv"),
    EMAIL("E-mail", "message/rfc822", "eml"),
    OUTLOOK("E-mail (Outlook)", "application/vnd.ms-outlook", "msg");

    private final String label;
    private final String mediaType;
    private final List<String> extensions;

    DocumentKind(String label, String mediaType, String... extensions) {
        this.label = label;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<DocumentKind> called(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension))
                .findFirst();
    }
}
