package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A template that nothing sends would be changed and kept up to date for nobody. */
class SentTemplatesTest {

    private static final Pattern BY_A_PROCESS = Pattern.compile("name=\"message\" value=\"([a-z-]+)\"");

    /** Not by one in which whoever draws a process chooses the template. */
    private static final Pattern BY_A_STEP_OF_THE_MODELER =
            Pattern.compile("\"type\": \"Hidden\",\\s*\"value\": \"([a-z-]+)\"");

    private static final Pattern BY_THE_CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void everyTemplateIsSent() throws IOException {
        Set<String> sent = new TreeSet<>();
        sent.addAll(found("processes", ".bpmn", BY_A_PROCESS));
        sent.addAll(found("processes/element-templates", ".json", BY_A_STEP_OF_THE_MODELER));
        sent.addAll(found("src/main/java", ".java", BY_THE_CODE));

        assertThat(files("messages", ".txt"))
                .extracting(file -> file.getFileName().toString().replace(".txt", ""))
                .isNotEmpty()
                .isSubsetOf(sent);
    }

    private static List<String> found(String folder, String ending, Pattern name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(folder, ending)) {
            text.append(Files.readString(file)).append('\n');
        }
        return name.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files =
                Files.find(Path.of(folder), 20, (path, file) -> path.toString().endsWith(ending))) {
            return files.toList();
        }
    }
}
