package org.rovingpm.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The inside of a PDF, as far as needed to accept or refuse it: whether it is encrypted, or names anything that runs, starts a program
 * or brings another file (ISO 32000-1, 12.6 and 7.11). It is searched, not parsed: what lies in the objects of a hostile file is found
 * wherever it was put, and unpacking stops at a sensible size.
 */
final class PdfContents {

    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int OVERLAP = 64;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern RUNS =
            Pattern.compile("/(?:JavaScript|Launch|RichMedia|EmbeddedFiles?)(?![A-Za-z0-9])");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z0-9])");
    private static final Pattern PACKED_OBJECTS = Pattern.compile("/ObjStm(?![A-Za-z0-9])(?s:.{0,2000}?)stream\\r?\\n");

    private final byte[] content;
    private final String text;
    private int unpacked;

    private PdfContents(byte[] content) {
        this.content = content;
        this.text = new String(content, StandardCharsets.ISO_8859_1);
    }

    static PdfContents of(byte[] content) {
        return new PdfContents(content);
    }

    boolean isEncrypted() {
        return ENCRYPTED.matcher(plain(text)).find();
    }

    /** Also if its objects are packed in a way that cannot be looked into. */
    boolean canRun() {
        if (RUNS.matcher(plain(text)).find()) {
            return true;
        }
        Matcher objects = PACKED_OBJECTS.matcher(text);
        while (objects.find()) {
            if (packedCanRun(objects.end())) {
                return true;
            }
        }
        return false;
    }

    private boolean packedCanRun(int start) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, start, content.length - start);
            byte[] buffer = new byte[64 * 1024];
            String before = "";
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                unpacked += read;
                if (read == 0 || unpacked > MOST_UNPACKED) {
                    return true;
                }
                String part = before + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (RUNS.matcher(plain(part)).find()) {
                    return true;
                }
                before = part.substring(Math.max(0, part.length() - OVERLAP));
            }
            return false;
        } catch (DataFormatException otherwisePacked) {
            return true;
        } finally {
            inflater.end();
        }
    }

    /** Any letter of a name may be written by its number. */
    private static String plain(String text) {
        return text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(letter ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(letter.group(1), 16))));
    }
}
