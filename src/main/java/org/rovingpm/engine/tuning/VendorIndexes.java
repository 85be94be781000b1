package org.rovingpm.engine.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;

/** The indexes that the vendor's scripts make, read from those that come with the engine. */
final class VendorIndexes {

    private static final Pattern INDEX =
            Pattern.compile("create index (\\w+\\s+on\\s[^;]+);", Pattern.CASE_INSENSITIVE);

    private VendorIndexes() {}

    /** @return what makes each, such as "act_idx_hi_pro_inst_end on act_hi_procinst(end_time_)", in small letters */
    static Stream<String> definitions() {
        return Stream.of("engine", "history")
                .map(VendorIndexes::script)
                .flatMap(script -> INDEX.matcher(script).results())
                .map(index -> index.group(1).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    private static String script(String part) {
        String name = "db/create/activiti.postgres.create." + part + ".sql";
        try (InputStream script = ProcessEngine.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
