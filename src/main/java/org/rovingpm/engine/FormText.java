package org.rovingpm.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.rovingpm.calendar.SchemeTime;

/** Text that a form shows: Markdown in which nothing that people typed can act as Markdown or HTML. */
public final class FormText {

    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]()#+\\-.!|~>])");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SchemeTime.ZONE);

    private final StringBuilder lines = new StringBuilder();

    /** Adds "**Label:** value" on a line of its own; a missing value is left out. */
    public FormText line(String label, Object value) {
        if (value != null && !value.toString().isBlank()) {
            lines.append("**")
                    .append(escaped(label))
                    .append(":** ")
                    .append(escaped(text(value)))
                    .append("  \n");
        }
        return this;
    }

    /** Adds a paragraph of what somebody wrote. */
    public FormText paragraph(String written) {
        if (written != null && !written.isBlank()) {
            lines.append(escaped(written)).append("\n\n");
        }
        return this;
    }

    /** @return the Markdown, or null where there is nothing to show */
    public String markdown() {
        return lines.isEmpty() ? null : lines.toString().stripTrailing();
    }

    public static String date(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    public static String time(Instant time) {
        return time == null ? null : TIME.format(time);
    }

    public static String escaped(String written) {
        return SPECIAL.matcher(written.replace("&", "&amp;").replace("<", "&lt;"))
                .replaceAll("\\\\$1")
                .replace("\n", "  \n");
    }

    private static String text(Object value) {
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof Instant time) {
            return time(time);
        }
        if (value instanceof Boolean answer) {
            return answer ? "Yes" : "No";
        }
        return value.toString();
    }
}
