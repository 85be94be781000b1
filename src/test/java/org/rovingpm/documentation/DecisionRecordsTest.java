package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each decision has a record of the same parts, and the index lists them all. */
class DecisionRecordsTest {

    private static final Path FOLDER = Documentation.FOLDER.resolve("decisions");
    private static final Pattern RECORD = Pattern.compile("""
            # (\\d{4})\\. ([^\\n]+)

            Date: (\\d{4}-\\d{2}-\\d{2})

            Status: (accepted|superseded by \\d{4})

            ## Context

            .+

            ## Decision

            .+

            ## Consequences

            .+
            """, Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("records")
    void eachHasNumberDateStatusAndThreeParts(Path file) {
        MatchResult record = read(file);

        assertThat(file.getFileName().toString()).startsWith(record.group(1) + "-");
    }

    @Test
    void numbersFollowEachOtherFromOne() throws IOException {
        List<String> numbers = records().map(file -> read(file).group(1)).toList();

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    @Test
    void theIndexListsThemAll() throws IOException {
        List<String> rows = records()
                .map(file -> {
                    MatchResult record = read(file);
                    return "| %s | [%s](%s) | %s | %s |"
                            .formatted(
                                    record.group(1),
                                    record.group(2),
                                    file.getFileName(),
                                    record.group(3),
                                    record.group(4));
                })
                .toList();

        assertThat(Documentation.read(FOLDER.resolve("README.md")).lines().filter(line -> line.startsWith("| 0")))
                .isNotEmpty()
                .containsExactlyElementsOf(rows);
    }

    static Stream<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList().stream();
        }
    }

    private static MatchResult read(Path file) {
        return RECORD.matcher(Documentation.read(file))
                .results()
                .filter(found -> found.start() == 0
                        && found.end() == Documentation.read(file).length())
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(file + " is no record of a decision as CONTRIBUTING.md describes it"));
    }
}
