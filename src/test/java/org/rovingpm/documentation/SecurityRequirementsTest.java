package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that goes through the requirements of OWASP's ASVS leaves none out, and whatever it calls met is held by something. */
class SecurityRequirementsTest {

    private static final Path PAGE = Documentation.FOLDER.resolve("security-requirements.md");

    private static final String MET = "met";
    private static final List<String> VERDICTS = List.of(MET, "in part", "not met", "does not apply");

    /** ASVS 5.0.0: the sections, and in each the last requirement of level 1 or 2; those of level 3 come after them. */
    private static final String SECTIONS = """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2
            2.1:3 2.2:3 2.3:4 2.4:1
            3.2:2 3.3:4 3.4:6 3.5:5 3.7:2
            4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3
            6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
            7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1
            11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
            12.1:3 12.2:2 12.3:4
            13.1:1 13.2:5 13.3:2 13.4:5
            14.1:2 14.2:4 14.3:3
            15.1:3 15.2:3 15.3:7
            16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
            """;

    /** Chapters that do not apply as a whole. */
    private static final List<String> CHAPTERS = List.of("9", "10", "17");

    private static final String NUMBER = "v5.0.0-";
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");
    private static final Pattern SECTION = Pattern.compile("]\\([\\w./-]+\\.md(#[\\w-]+)?\\)");

    private record Row(String number, String words, String verdict, String where) {

        @Override
        public String toString() {
            return number;
        }
    }

    private static Stream<Row> rows() {
        return Documentation.read(PAGE)
                .lines()
                .filter(line -> line.startsWith("| " + NUMBER))
                .map(line -> CELL_END.split(line.substring(1)))
                .map(cells -> {
                    assertThat(cells).as(Arrays.toString(cells)).hasSize(4);
                    return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
                });
    }

    @Test
    void everyRequirementOfLevelsOneAndTwoHasOneRow() {
        Stream<String> single = Arrays.stream(SECTIONS.strip().split("\\s+"))
                .map(section -> section.split(":"))
                .flatMap(section -> IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                        .mapToObj(last -> NUMBER + section[0] + "." + last));
        Stream<String> whole = CHAPTERS.stream().map(chapter -> NUMBER + chapter);

        assertThat(rows().map(Row::number))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(single, whole).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowSaysWhatIsRequiredHowItStandsAndWhy(Row row) {
        assertThat(row.words()).isNotBlank();
        assertThat(row.verdict()).isIn(VERDICTS);
        assertThat(row.where()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsMetIsHeldByATestOrToldInADocument(Row row) {
        if (row.verdict().equals(MET)) {
            assertThat(row.where())
                    .matches(where -> SECTION.matcher(where).find()
                            || NAMED.matcher(where).results().anyMatch(found -> found.group(1)
                                    .endsWith("Test")));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachTestAndClassThatIsNamedIsThere(Row row) {
        Matcher named = NAMED.matcher(row.where());
        while (named.find()) {
            assertThat(Sources.ALL).as("%s names %s", row, named.group()).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(Sources.ALL.get(named.group(1)))
                        .as("%s names %s", row, named.group())
                        .containsPattern("\\w>? " + named.group(2) + "\\(");
            }
        }
    }

    @Test
    void theSumsAreRight() {
        Map<String, Long> sums = rows().collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
        assertThat(Documentation.read(PAGE))
                .contains("Of %d rows %d are met, %d in part and %d not; %d do not apply."
                        .formatted(Stream.concat(
                                        Stream.of(rows().count()),
                                        VERDICTS.stream().map(verdict -> sums.getOrDefault(verdict, 0L)))
                                .toArray()));
    }

    /** The code of the application and of its tests, by the name of the class. */
    private static final class Sources {

        private static final Map<String, String> ALL = read();

        private static Map<String, String> read() {
            try (Stream<Path> files = Files.walk(Path.of("src"))) {
                return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .collect(Collectors.toMap(
                                file -> file.getFileName().toString().replace(".java", ""),
                                Documentation::read,
                                (one, other) -> one + other));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
