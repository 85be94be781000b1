package org.rovingpm.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rovingpm.submission.Refusal;

/**
 * The name of a document in any script, as its owner wrote it, without anything that could deceive or break: no
 * folders, no invisible characters, none that reverse the direction of writing ("invoice&#92;u202efdp.exe" would be
 * read
 * as "invoiceexe.pdf"), at most 150 long.
 */
record DocumentName(String value) {

    private static final int LONGEST = 150;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");
    private static final Pattern FORBIDDEN_ELSEWHERE = Pattern.compile("[<>:\"|?*;]");

    static DocumentName read(String name) {
        String last = FOLDERS.matcher(Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC))
                .replaceFirst("");
        String seen = FORBIDDEN_ELSEWHERE
                .matcher(UNSEEN.matcher(last).replaceAll(""))
                .replaceAll("_")
                .replaceAll("\\s+", " ")
                .strip();
        String plain = seen.replaceFirst("^[.]+", "").replaceFirst("[. ]+$", "");
        if (plain.isEmpty()) {
            throw new Refusal("file", "The name of the file cannot be shown: rename it, and choose it again.");
        }
        return new DocumentName(
                plain.codePointCount(0, plain.length()) <= LONGEST && plain.length() <= LONGEST
                        ? plain
                        : shortened(plain));
    }

    /** @return the extension, in lower case; empty if there is none */
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 1 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 || name.length() - dot > 10 ? "" : name.substring(dot);
        int end = LONGEST - extension.length() - 1;
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + "…" + extension;
    }
}
