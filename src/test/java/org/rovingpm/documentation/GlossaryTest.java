package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word a thing: words that were given up do not come back in code, models, forms, pages, messages or documentation. */
class GlossaryTest {

    /** Words that are never right here; those that are ordinary English elsewhere are left to the reader. */
    private static final Pattern GIVEN_UP = Pattern.compile(
            "\\b(must-haves?|fresh link|week report|case (desk|file)|at a glance|mailbox role|facts now|known facts"
                    + "|works? off|worked off|take[ns]? up|puts? into effect|tried again by itself|settled meanwhile"
                    + "|put right|mended|made-up facts|stands at|promised (money|by the fund)|still to promise)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TEXTS = Pattern.compile(".*\\.(java|html|form|bpmn|dmn|txt|md|sql)");

    @Test
    void wordsThatWereGivenUpStayAway() {
        List<String> found = Stream.of("src/main", "src/demo", "forms", "processes", "messages", "README.md", "docs")
                .map(Path::of)
                .flatMap(GlossaryTest::files)
                .filter(file -> TEXTS.matcher(file.getFileName().toString()).matches())
                .filter(file -> !file.startsWith(Path.of("docs/decisions")))
                .flatMap(GlossaryTest::hits)
                .toList();
        assertThat(found).isEmpty();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> hits(Path file) {
        try {
            return GIVEN_UP
                    .matcher(Files.readString(file))
                    .results()
                    .map(hit -> file + ": " + hit.group())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
