package org.rovingpm.notification.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.notification.TemplateField;

/**
 * The text of a template, in a subset of Mustache: names of fields, sections and inverted sections. Its fields are
 * known in advance, so a text that could fail is refused when it is written.
 */
public final class TemplateText {

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).strictSections(true);

    private final String text;
    private final Map<String, TemplateField> fields;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> plain = new LinkedHashSet<>();

    private TemplateText(String text, Collection<TemplateField> fields) {
        this.text = text;
        this.fields = new HashMap<>();
        fields.forEach(field -> this.fields.put(field.name(), field));
        read();
    }

    /** @return the problems of the text, as sentences; none if it works for every case */
    static List<String> problems(String text, Collection<TemplateField> fields) {
        return new TemplateText(text, fields).problems.stream().distinct().toList();
    }

    /** @return the fields that the text always uses, outside all sections */
    static Set<String> alwaysUsed(String text, Collection<TemplateField> fields) {
        return Set.copyOf(new TemplateText(text, fields).plain);
    }

    /** @param values by the name of the field; absent ones count as missing */
    public static String render(String text, Collection<TemplateField> fields, Map<String, Object> values) {
        Map<String, Object> present = new HashMap<>();
        for (TemplateField field : fields) {
            Object value = values.get(field.name());
            boolean missing = value == null || value instanceof String string && string.isBlank();
            if (!missing) {
                present.put(field.name(), value);
            } else if (field.isRows()) {
                present.put(field.name(), List.of());
            } else if (field.optional()) {
                present.put(field.name(), false);
            }
        }
        return MUSTACHE.compile(text).execute(present);
    }

    private void read() {
        try {
            MUSTACHE.compile(text);
        } catch (MustacheException unreadable) {
            problems.add("The text cannot be read: " + unreadable.getMessage() + ".");
            return;
        }
        if (TAG.matcher(text).replaceAll("").matches("(?s).*(\\{\\{|}}).*")) {
            problems.add("The text cannot be read: a {{ or }} has no partner.");
            return;
        }
        Deque<String> sections = new ArrayDeque<>();
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            read(tags.group(1), sections);
        }
    }

    /** @param sections the names of the sections around the tag, innermost first; with "^" before inverted ones */
    private void read(String tag, Deque<String> sections) {
        String name = tag.replaceFirst("^[#^/]", "").strip();
        if (!NAME.matcher(name).matches()) {
            problems.add("“{{%s}}” is not the name of a field.".formatted(tag));
        } else if (tag.startsWith("/")) {
            sections.pop();
        } else if (tag.startsWith("#") || tag.startsWith("^")) {
            refuseInvalidSection(name, sections);
            sections.push((tag.startsWith("^") ? "^" : "") + name);
        } else {
            refuseInvalidName(name, sections);
        }
    }

    private void refuseInvalidSection(String name, Deque<String> sections) {
        TemplateField field = fields.get(name);
        if (field == null) {
            unknown(name);
        } else if (!field.optional() && !field.isRows()) {
            problems.add("“%s” is never missing and needs no section.".formatted(name));
        } else if (sections.contains(name) || sections.contains("^" + name)) {
            problems.add("The section of “%s” is inside itself.".formatted(name));
        }
    }

    private void refuseInvalidName(String name, Deque<String> sections) {
        boolean column = sections.stream()
                .filter(section -> !section.startsWith("^"))
                .map(fields::get)
                .anyMatch(field -> field != null && field.columns().contains(name));
        TemplateField field = fields.get(name);
        if (column) {
            return;
        }
        if (field == null) {
            unknown(name);
        } else if (field.isRows()) {
            problems.add("“%s” is a list: write {{#%s}}…{{/%s}} around the text for each entry."
                    .formatted(name, name, name));
        } else if (field.optional() && !sections.contains(name)) {
            problems.add("“%s” may be missing: write {{#%s}}…{{/%s}} around the text that uses it."
                    .formatted(name, name, name));
        } else if (sections.isEmpty()) {
            plain.add(name);
        }
    }

    private void unknown(String name) {
        boolean column =
                fields.values().stream().anyMatch(field -> field.columns().contains(name));
        problems.add(
                column
                        ? "“%s” can only be used within the section of its list.".formatted(name)
                        : "“%s” is not a field of this message.".formatted(name));
    }
}
