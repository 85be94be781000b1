package org.rovingpm.notification;

import java.util.List;
import java.util.Map;

/**
 * A field of templates.
 *
 * @param meaning  for managers who write templates
 * @param optional whether it may be missing; then it may only be used within a section of its name
 * @param link     whether it is a link: never in the subject, and always in the body unless it is optional
 * @param example  an invented value for previews: a text, or for rows a list of texts by name
 */
public record TemplateField(String name, String meaning, boolean optional, boolean link, Object example) {

    public static TemplateField text(String name, String meaning, String example) {
        return new TemplateField(name, meaning, false, false, example);
    }

    public static TemplateField optional(String name, String meaning, String example) {
        return new TemplateField(name, meaning, true, false, example);
    }

    /** The link that the message is about. It is created when the message is sent. */
    public static TemplateField link(String name, String meaning, String example) {
        return new TemplateField(name, meaning, false, true, example);
    }

    /** A link that the message may have besides what it is about: managers may leave it out. It is created when the message is sent. */
    public static TemplateField optionalLink(String name, String meaning, String example) {
        return new TemplateField(name, meaning, true, true, example);
    }

    /** Rows of texts. The section of this name is repeated for each row, and is empty without rows. */
    public static TemplateField rows(String name, String meaning, List<Map<String, String>> example) {
        return new TemplateField(name, meaning, false, false, example);
    }

    public boolean isRows() {
        return example instanceof List<?>;
    }

    /** @return the names of the texts in a row; none for a plain text */
    public List<String> columns() {
        return example instanceof List<?> rows
                ? ((Map<?, ?>) rows.get(0))
                        .keySet().stream().map(Object::toString).sorted().toList()
                : List.of();
    }
}
