package org.rovingpm.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BritishFormatTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final Instant WINTER = Instant.parse("2026-12-03T17:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-31T23:05:00Z");

    @Test
    void datesAndTimesAreThoseOfLondon() {
        assertThat(BritishFormat.date(DAY)).isEqualTo("3 December 2026");
        assertThat(BritishFormat.date(SUMMER)).isEqualTo("1 August 2026");
        assertThat(BritishFormat.time(SUMMER)).isEqualTo("00:05");
        assertThat(BritishFormat.dateAndTime(WINTER)).isEqualTo("3 December 2026, 17:00");
        assertThat(BritishFormat.weekdayAndDate(DAY)).isEqualTo("Thursday 3 December 2026");
        assertThat(BritishFormat.weekdayDateAndTime(WINTER)).isEqualTo("Thursday 3 December 2026 at 17:00");
    }

    @Test
    void amountsAreInPoundsAndPence() {
        assertThat(BritishFormat.pounds(new BigDecimal("1250"))).isEqualTo("£1,250.00");
        assertThat(BritishFormat.pounds(new BigDecimal("-0.5"))).isEqualTo("−£0.50");
    }

    @Test
    void numbersHaveNoNeedlessZeros() {
        assertThat(BritishFormat.number(new BigDecimal("7.50"))).isEqualTo("7.5");
        assertThat(BritishFormat.number(new BigDecimal("100.00"))).isEqualTo("100");
        assertThat(BritishFormat.number(new BigDecimal("1250.25"))).isEqualTo("1,250.25");
        assertThat(BritishFormat.number(1250)).isEqualTo("1,250");
    }

    @Test
    void oneThingIsNotSeveral() {
        assertThat(BritishFormat.hours(new BigDecimal("7.50"))).isEqualTo("7.5 hours");
        assertThat(BritishFormat.hours(new BigDecimal("1.00"))).isEqualTo("1 hour");
        assertThat(BritishFormat.hours(BigDecimal.ZERO)).isEqualTo("0 hours");
        assertThat(BritishFormat.count(1, "row")).isEqualTo("1 row");
        assertThat(BritishFormat.count(8226, "row")).isEqualTo("8,226 rows");
    }

    @Test
    void aDurationIsGivenInItsLargestUnit() {
        assertThat(BritishFormat.duration(Duration.ofHours(49))).isEqualTo("2 days");
        assertThat(BritishFormat.duration(Duration.ofMinutes(119))).isEqualTo("1 hour");
        assertThat(BritishFormat.duration(Duration.ofSeconds(59))).isEqualTo("0 minutes");
        assertThat(BritishFormat.duration(Duration.ofDays(-1))).isEqualTo("0 minutes");
    }

    @Test
    void whatIsMissingStaysMissing() {
        assertThat(BritishFormat.date((LocalDate) null)).isNull();
        assertThat(BritishFormat.dateAndTime(null)).isNull();
        assertThat(BritishFormat.weekdayDateAndTime(null)).isNull();
        assertThat(BritishFormat.pounds(null)).isNull();
        assertThat(BritishFormat.hours(null)).isNull();
    }

    /** Those that may: a file's dates are read, not shown; Cockpit has no server side for its tabs. */
    private static final Map<String, String> EXCEPT = Map.of(
            "RegisterRow.java", "ofPattern(",
            "plugin.js", "Intl.");

    @Test
    void nothingElseFormatsForPeople() {
        Pattern formats = Pattern.compile("ofPattern\\(|ofLocalizedDate|FormatStyle|NumberFormat\\.|DecimalFormat"
                + "|SimpleDateFormat|String\\.format\\(|%,|\"£[\"%]|£\\$|#temporals|#numbers"
                + "|#dates|to_char\\(|Intl\\.|toLocale(Date|Time)?String|\\? \"1 (day|hour|week|case)\"");
        List<String> found = sources()
                .flatMap(file -> lines(file)
                        .filter(line -> formats.matcher(line).find())
                        .filter(line -> !line.contains(EXCEPT.getOrDefault(name(file), "\n")))
                        .map(line -> name(file) + ": " + line.strip()))
                .toList();
        assertThat(found).isEmpty();
    }

    private static Stream<Path> sources() {
        return Stream.of(
                        "src/main/java",
                        "src/demo",
                        "src/main/resources/templates",
                        "src/main/resources/plugin-webapp",
                        "src/main/resources/static",
                        "src/main/resources/org")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(BritishFormatTest::files)
                .filter(file -> name(file).matches(".*\\.(java|html|js|sql)"))
                .filter(file ->
                        !name(file).equals("BritishFormat.java") && !name(file).endsWith(".min.js"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
