package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the README's tables to the models: where they differ, the failure shows the table to put in. */
class ProcessTablesTest {

    @Test
    void theReadmeListsTheProcessesAsTheyAre() throws IOException {
        assertThat(inReadme("processes")).as("table of processes in README.md").isEqualTo(ProcessTables.processes());
    }

    @Test
    void theReadmeListsTheTimersAsTheyAre() throws IOException {
        assertThat(inReadme("timers")).as("table of timers in README.md").isEqualTo(ProcessTables.timers());
    }

    private static String inReadme(String marker) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String start = "<!-- " + marker + " -->";
        String end = "<!-- /" + marker + " -->";
        assertThat(readme).containsSubsequence(start, end);
        return readme.substring(readme.indexOf(start) + start.length(), readme.indexOf(end))
                .strip();
    }
}
