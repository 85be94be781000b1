package org.rovingpm.notification.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text for GOV.UK Notify, which reads a kind of Markdown: headings, lists, lines across, inset text and links with words of their
 * own. Escaped, it reads as it was written, whatever people have typed; plain addresses of pages stay links.
 */
final class NotifyText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\\\\]+");

    /** What has a meaning anywhere in a line. */
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\\\[\\]|`]");

    /** What has a meaning at the beginning of a line, and can be escaped. */
    private static final Pattern AT_BEGINNING = Pattern.compile("^(\\d{1,9}(?=\\.)|)([#*+\\->_~.])");

    /** What has one there and cannot: inset text, bullets, and what underlines the line before as a heading. */
    private static final Pattern AT_BEGINNING_FOR_GOOD = Pattern.compile("^[\\^•=]");

    /** A letter of no width. */
    private static final String WORD_JOINER = "\u2060";

    private NotifyText() {}

    static String escaped(String text) {
        return text.lines().map(NotifyText::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        String begun = line.strip();
        StringBuilder escaped = new StringBuilder();
        Matcher address = ADDRESS.matcher(begun);
        int from = 0;
        while (address.find()) {
            escaped.append(words(begun.substring(from, address.start()))).append(address.group());
            from = address.end();
        }
        escaped.append(words(begun.substring(from)));
        String all = AT_BEGINNING.matcher(escaped).replaceFirst("$1\\\\$2");
        return AT_BEGINNING_FOR_GOOD.matcher(all).find() ? WORD_JOINER + all : all;
    }

    private static String words(String text) {
        return ANYWHERE.matcher(text).replaceAll("\\\\$0");
    }
}
