package org.rovingpm.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has been done shows what its author was called that day; what is so now, such as a list of people, shows what they are called. */
class NamesOnRecordTest {

    private static final Pattern NAME_OF_NOW = Pattern.compile("names\\.(of|getOrDefault|get)\\(([^)]*\\(\\))");

    /** Whom a row is about today. Whoever did something is asked for with the day on which they did it. */
    private static final Set<String> OF_NOW = Set.of("one.person()", "placement.pm()", "one.id()");

    @Test
    void pagesAskForTheNameOfTheDay() {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(pages.filter(page -> page.toString().endsWith(".html"))
                            .flatMap(NamesOnRecordTest::ofNow)
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(OF_NOW);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> ofNow(Path page) {
        try {
            List<String> asked = NAME_OF_NOW
                    .matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(2))
                    .toList();
            return asked.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
