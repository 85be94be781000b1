package org.rovingpm.reply;

import java.util.regex.Pattern;

/** What a stranger wrote, without characters that hide or reverse what is read, and no longer than is stored. */
final class PlainWords {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB&&[^\\n\\t]]");

    private PlainWords() {}

    /** @return several lines, at most so many characters */
    static String lines(String text, int most) {
        String plain = UNSEEN.matcher(text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\u2028', '\n')
                        .replace('\u2029', '\n'))
                .replaceAll("");
        return limited(plain.replaceAll("\n{4,}", "\n\n\n").strip(), most);
    }

    /** @return one line, at most so many characters */
    static String line(String text, int most) {
        return limited(lines(text, Integer.MAX_VALUE).replaceAll("\\s+", " "), most);
    }

    private static String limited(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
