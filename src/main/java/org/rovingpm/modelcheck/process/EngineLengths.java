package org.rovingpm.modelcheck.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.rovingpm.modelcheck.known.Lengths;
import org.springframework.stereotype.Component;

/**
 * Reads the lengths of columns where the engine itself makes its tables.
 *
 * <p>Relies on: the scripts in the engine of 7.24. With Operaton: the same, in other packages.
 */
@Component
class EngineLengths implements Lengths {

    private static final String SCRIPTS = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

    private final Map<Kept, Integer> lengths = new EnumMap<>(Kept.class);

    EngineLengths() {
        String scripts = Arrays.stream(new String[] {"engine", "history", "decision.engine"})
                .map(EngineLengths::script)
                .collect(Collectors.joining("\n"));
        for (Kept kept : Kept.values()) {
            Matcher column = Pattern.compile(
                            "create table %s\\s*\\((?:(?!create table).)*?\\b%s\\s+varchar\\s*\\((\\d+)\\)"
                                    .formatted(kept.table(), kept.column()),
                            Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                    .matcher(scripts);
            if (!column.find()) {
                throw new IllegalStateException(
                        "The engine has no column %s in %s".formatted(kept.column(), kept.table()));
            }
            lengths.put(kept, Integer.valueOf(column.group(1)));
        }
    }

    @Override
    public int most(Kept kept) {
        return lengths.get(kept);
    }

    private static String script(String name) {
        try (InputStream script = ProcessEngine.class.getResourceAsStream(SCRIPTS.formatted(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
