package org.rovingpm.notification;

import java.util.List;
import java.util.Map;

/**
 * Something that templates may say, by its name.
 *
 * @param meaning  for managers who write templates
 * @param optional whether it may be missing, so that only a section of its own name may use it
 * @param link     whether it is the link that the message is sent for: the body says it whatever the case, the subject never
 * @param example  made up, for previews: a text, or for rows a list of texts by name
 */
public record TemplateField(String name, String meaning, boolean optional, boolean link, Object example) {

    public static TemplateField text(String name, String meaning, String example) {
        return new TemplateField(name, meaning, false, false, example);
    }

    public static TemplateField optional(String name, String meaning, String example) {
        return new TemplateField(name, meaning, true, false, example);
    }

    /** The link that the message is sent for, which is made when it is sent. */
    public static TemplateField link(String name, String meaning, String example) {
        return new TemplateField(name, meaning, false, true, example);
    }

    /** Rows of texts; the section of this name is repeated for each, and may be left out altogether. */
    public static TemplateField rows(String name, String meaning, List<Map<String, String>> example) {
        return new TemplateField(name, meaning, false, false, example);
    }

    public boolean isRows() {
        return example instanceof List<?>;
    }

    /** @return the names of the texts of a row; none for a plain text */
    public List<String> columns() {
        return example instanceof List<?> rows
                ? ((Map<?, ?>) rows.get(0))
                        .keySet().stream().map(Object::toString).sorted().toList()
                : List.of();
    }
}
