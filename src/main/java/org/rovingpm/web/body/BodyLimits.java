package org.rovingpm.web.body;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** The one table of what may be sent to which address. The first row that matches counts; there is one for every address. */
class BodyLimits {

    private static final String ENGINE = "(/engine-rest(/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)";

    private final List<Row> rows;

    /**
     * What may be sent to some addresses.
     *
     * @param addresses  decoded, without parameters
     * @param size       of the whole body
     * @param time       how long the server waits for it, all waits together
     * @param tooLarge   what the sender of a larger one reads
     */
    record Row(Pattern addresses, DataSize size, Duration time, String tooLarge) {}

    BodyLimits(BodySettings settings) {
        rows = List.of(
                new Row(
                        Pattern.compile(ENGINE + "/deployment/create/?"),
                        settings.deployment(),
                        settings.fileTime(),
                        "These files are larger than 20 MB together: deploy fewer at once."),
                new Row(
                        Pattern.compile("/uploads/.*"),
                        settings.upload(),
                        settings.fileTime(),
                        "The file is larger than 10 MB: make it smaller, or share it in parts."),
                new Row(
                        Pattern.compile("/scheme-start/.*"),
                        settings.form(),
                        settings.fileTime(),
                        "The file is larger than 1 MB: split it into several."),
                new Row(
                        Pattern.compile(
                                ENGINE + "/(task/[^/]+/(submit-form|complete)|process-definition/.+/submit-form)/?"),
                        settings.form(),
                        settings.time(),
                        "This is too much for any form: shorten the texts."),
                new Row(
                        Pattern.compile("/(engine-rest|camunda|api|notify|actuator)(/.*)?"),
                        settings.json(),
                        settings.time(),
                        "This is more than one call may send: send less at once."),
                new Row(
                        Pattern.compile("(?s).*"),
                        settings.form(),
                        settings.time(),
                        "This is too much for any form: shorten the texts."));
    }

    /** @param path decoded, without parameters, as the server has understood it */
    Row of(String path) {
        return rows.stream()
                .filter(row -> row.addresses().matcher(path).matches())
                .findFirst()
                .orElseThrow();
    }
}
