package org.rovingpm.start.log;

import java.util.regex.Pattern;

/**
 * Text as the log takes it. What follows a line break is indented, as no entry is; other characters that cannot be seen are written
 * by their numbers, because a terminal would obey some of them and others turn the order of letters round.
 */
final class PlainLogText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\t]]");
    private static final String INDENTED = System.lineSeparator() + "    ";

    private PlainLogText() {}

    /** @return null for null */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        return LINE_BREAK
                .splitAsStream(text)
                .map(line -> UNSEEN.matcher(line).replaceAll(found -> number(found.group())))
                .reduce((before, line) -> before + INDENTED + line)
                .orElse("");
    }

    /** With two backslashes, of which the replacement takes one. */
    private static String number(String unseen) {
        return "\\\\u{%x}".formatted(unseen.codePointAt(0));
    }
}
