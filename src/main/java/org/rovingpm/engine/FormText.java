package org.rovingpm.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.format.BritishFormat;

/** Text for a form, in Markdown. Nothing that people typed can act as Markdown or HTML. */
public final class FormText {

    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]()#+\\-.!|~>])");

    /** Without letters that could end the link or mean something beside it. */
    private static final Pattern LINK =
            Pattern.compile("(?<![\\p{L}\\p{N}/])(?:https?://|www\\.)[A-Za-z0-9](?:[\\w.~:/?#@!$&+,=%-]*[\\w/=#])?");

    private static final String LINE_BREAK = "  \n";

    private final StringBuilder lines = new StringBuilder();

    /** Adds "**Label:** value" on a line of its own; leaves a missing value out. */
    public FormText line(String label, Object value) {
        if (value != null && !value.toString().isBlank()) {
            lines.append("**")
                    .append(escaped(label))
                    .append(":** ")
                    .append(escaped(text(value)))
                    .append(LINE_BREAK);
        }
        return this;
    }

    /** As {@link #line(String, Object)}, and behind the value a telephone number that can be rung; null for none. */
    public FormText line(String label, Object value, String telephone) {
        line(label, value);
        if (telephone != null) {
            lines.setLength(lines.length() - LINE_BREAK.length());
            lines.append(", [%s](%s)".formatted(plain(telephone), BritishFormat.dial(telephone)))
                    .append(LINE_BREAK);
        }
        return this;
    }

    /** Adds a paragraph that somebody wrote. */
    public FormText paragraph(String written) {
        if (written != null && !written.isBlank()) {
            lines.append(escaped(written)).append("\n\n");
        }
        return this;
    }

    /** @return the Markdown, or null if there is nothing to show */
    public String markdown() {
        return lines.isEmpty() ? null : lines.toString().stripTrailing();
    }

    /** @return the text as it reads, its addresses of web pages as links */
    public static String escaped(String written) {
        StringBuilder escaped = new StringBuilder();
        Matcher link = LINK.matcher(written);
        int from = 0;
        while (link.find()) {
            escaped.append(plain(written.substring(from, link.start()))).append(link.group());
            from = link.end();
        }
        return escaped.append(plain(written.substring(from))).toString();
    }

    private static String plain(String written) {
        return SPECIAL.matcher(written.replace("&", "&amp;").replace("<", "&lt;"))
                .replaceAll("\\\\$1")
                .replace("\n", LINE_BREAK);
    }

    private static String text(Object value) {
        if (value instanceof LocalDate date) {
            return BritishFormat.date(date);
        }
        if (value instanceof Instant time) {
            return BritishFormat.dateAndTime(time);
        }
        if (value instanceof Boolean answer) {
            return answer ? "Yes" : "No";
        }
        return value.toString();
    }
}
