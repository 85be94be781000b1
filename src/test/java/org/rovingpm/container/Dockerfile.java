package org.rovingpm.container;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The Dockerfile's instructions, so that tests can follow them without a container. */
final class Dockerfile {

    private final List<String> lines;

    Dockerfile() {
        try {
            lines = Arrays.stream(Files.readString(Path.of("Dockerfile"))
                            .replaceAll("\\\\\\n\\s*", "")
                            .split("\n"))
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What follows each instruction of this name. */
    Stream<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1));
    }

    /** The command with which a container starts. */
    List<String> startCommand() {
        return command(all("ENTRYPOINT").findFirst().orElseThrow());
    }

    /** The command that asks whether the application is ready, for one that listens on this port. */
    List<String> healthCheck(int port) {
        String check = all("HEALTHCHECK").findFirst().orElseThrow();
        return command(check.substring(check.indexOf('['))).stream()
                .map(part -> part.replace("localhost/8080", "localhost/" + port))
                .toList();
    }

    private static List<String> command(String array) {
        try {
            return new ObjectMapper().readValue(array, new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
