package org.rovingpm.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a packaged template: lines of "name: value", an empty line, the body. */
final class TemplateFile {

    private static final Set<String> HEADERS = Set.of("to", "about", "ask", "subject");

    private TemplateFile() {}

    /** @param name of the file, without its ending */
    static MessageTemplate read(String name, String text) {
        String[] parts = text.replace("\r\n", "\n").split("\n\n", 2);
        Map<String, String> headers = new HashMap<>();
        parts[0].lines().map(line -> line.split(":", 2)).forEach(line -> {
            if (line.length != 2 || !HEADERS.contains(line[0].strip())) {
                throw new IllegalStateException(
                        "The header of template %s has a line that is none of %s".formatted(name, HEADERS));
            }
            headers.put(line[0].strip(), line[1].strip());
        });
        if (parts.length != 2 || !headers.containsKey("to") || !headers.containsKey("subject")) {
            throw new IllegalStateException(
                    "Template %s needs “to”, “subject”, an empty line and a body".formatted(name));
        }
        return new MessageTemplate(
                name,
                list(headers.get("to")),
                list(headers.get("about")),
                headers.get("ask"),
                headers.get("subject"),
                parts[1].strip() + "\n",
                0,
                null,
                null);
    }

    private static List<String> list(String values) {
        return values == null
                ? List.of()
                : Stream.of(values.split(",")).map(String::strip).toList();
    }
}
