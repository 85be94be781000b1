package org.rovingpm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.Code;
import org.rovingpm.start.UtcZone;

/**
 * Nothing depends on the zone of the process, which is UTC: whoever needs a day or a time of day takes the clock that is
 * injected, or London's zone by its name.
 */
class TimeZonesTest {

    /** What takes the zone of the process unless it is given one. */
    private static final Set<String> WITHOUT_ZONE = Set.of(
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.OffsetTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.MonthDay.now",
            "java.util.Calendar.getInstance",
            "java.util.GregorianCalendar.<init>");

    /** What takes it always. */
    private static final Set<String> ALWAYS = Set.of(
            "java.time.ZoneId.systemDefault",
            "java.time.Clock.systemDefaultZone",
            "java.util.TimeZone.getDefault",
            "java.util.TimeZone.setDefault",
            "java.util.Date.toString",
            "java.text.SimpleDateFormat.<init>",
            "java.sql.Timestamp.valueOf",
            "java.sql.Timestamp.toLocalDateTime",
            "java.sql.Timestamp.toString",
            "java.sql.Date.valueOf",
            "java.sql.Date.toLocalDate",
            "java.sql.ResultSet.getDate");

    /** SQL, which is written in small letters here: what takes the zone of the connection, which is the one of the process. */
    private static final Pattern IN_SQL =
            Pattern.compile("\\b(current_date|current_time|localtime|localtimestamp)\\b|now\\(\\)::");

    private static final Map<String, Pattern> IN_FILES = Map.of(
            ".java",
            IN_SQL,
            ".sql",
            IN_SQL,
            ".html",
            Pattern.compile("#(dates|calendars)\\.|#temporals\\.(createNow|createToday)"));

    @Test
    void noCodeTakesTheZoneOfTheProcess() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(UtcZone.class)
                .should()
                .accessTargetWhere(takesTheZoneOfTheProcess())
                .check(Code.WITHOUT_TESTS);
    }

    @Test
    void noStatementAndNoPageTakesTheZoneOfTheProcess() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> taking = files.filter(Files::isRegularFile)
                    .filter(file -> IN_FILES.entrySet().stream()
                            .anyMatch(kind -> file.toString().endsWith(kind.getKey())
                                    && kind.getValue().matcher(text(file)).find()))
                    .toList();
            assertThat(taking).isEmpty();
        }
    }

    private static DescribedPredicate<JavaAccess<?>> takesTheZoneOfTheProcess() {
        return DescribedPredicate.describe("takes the zone of the process", access -> {
            AccessTarget target = access.getTarget();
            String name = target.getOwner().getFullName() + "." + target.getName();
            return ALWAYS.contains(name) || WITHOUT_ZONE.contains(name) && !isGivenZone(target);
        });
    }

    private static boolean isGivenZone(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream()
                        .anyMatch(type -> Set.of("java.time.Clock", "java.time.ZoneId", "java.util.TimeZone")
                                .contains(type.getFullName()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
