package org.rovingpm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final WorkingCalendar calendar = new WorkingCalendar();

    @ParameterizedTest(name = "{0} is a bank holiday: {1}")
    @CsvSource(textBlock = """
        2021-12-27, Christmas Day was a Saturday
        2021-12-28, Boxing Day was a Sunday
        2022-01-03, New Year's Day was a Saturday
        2022-06-02, spring bank holiday moved for the Platinum Jubilee
        2022-06-03, Platinum Jubilee
        2022-09-19, state funeral
        2022-12-26, Boxing Day
        2022-12-27, Christmas Day was a Sunday
        2023-01-02, New Year's Day was a Sunday
        2023-05-01, early May
        2023-05-08, coronation
        2023-05-29, spring
        2026-01-01, New Year's Day
        2026-04-03, Good Friday
        2026-04-06, Easter Monday
        2026-05-04, early May
        2026-05-25, spring
        2026-08-31, summer
        2026-12-25, Christmas Day
        2026-12-28, Boxing Day is a Saturday
        2027-03-26, Good Friday
        2027-03-29, Easter Monday
        2027-05-03, early May
        2027-05-31, spring
        2027-08-30, summer
        2027-12-27, Christmas Day is a Saturday
        2027-12-28, Boxing Day is a Sunday
        """)
    void restsOnBankHolidays(LocalDate day, String why) {
        assertThat(calendar.isWorkingDay(day)).as(why).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025, 2026, 2027})
    void restsOnEightWeekdaysAYearAndThoseOfTheCrown(int year) {
        List<Integer> extraDays = List.of(2022, 2022, 2023);
        long rest = Stream.iterate(LocalDate.of(year, 1, 1), day -> day.getYear() == year, day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !calendar.isWorkingDay(day))
                .count();
        assertThat(rest)
                .isEqualTo(8 + extraDays.stream().filter(extra -> extra == year).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-05-30",
                "2026-01-02",
                "2026-06-15",
                "2026-08-03",
                "2026-11-30",
                "2026-12-24",
                "2026-12-29",
                "2027-03-17"
            })
    void worksOnOtherWeekdaysAlsoWhenScotlandOrNorthernIrelandRests(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-11-24", "2026-11-27, 2026-11-30", "2026-12-24, 2026-12-29", "2026-04-02, 2026-04-07"})
    void knowsTheNextWorkingDay(LocalDate day, LocalDate next) {
        assertThat(calendar.nextWorkingDay(day)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource(textBlock = """
        2026-11-23T10:00,    PT4H,      2026-11-23T14:00,    within a day
        2026-11-23T10:00,    PT0S,      2026-11-23T10:00,    nothing added
        2026-11-23T15:00,    PT4H,      2026-11-24T11:00,    into the next day
        2026-11-23T09:00,    PT8H,      2026-11-23T17:00,    a whole day ends at its closing
        2026-11-23T09:00,    PT8H1M,    2026-11-24T09:01,    a minute more
        2026-11-23T09:00,    PT40H,     2026-11-27T17:00,    a whole week
        2026-11-23T07:30,    PT1H,      2026-11-23T10:00,    before opening
        2026-11-23T07:30,    PT0S,      2026-11-23T09:00,    before opening and nothing added
        2026-11-23T18:30,    PT1H,      2026-11-24T10:00,    after closing
        2026-11-23T17:00,    PT1H,      2026-11-24T10:00,    exactly at closing
        2026-11-23T17:00,    PT0S,      2026-11-24T09:00,    exactly at closing and nothing added
        2026-11-23T16:59:59, PT2S,      2026-11-24T09:00:01, a second before closing
        2026-11-27T16:00,    PT2H,      2026-11-30T10:00,    over a weekend
        2026-11-28T12:00,    PT0S,      2026-11-30T09:00,    on a Saturday
        2026-11-29T23:59,    PT30M,     2026-11-30T09:30,    on a Sunday night
        2026-12-24T16:00,    PT2H,      2026-12-29T10:00,    over Christmas
        2026-12-25T10:00,    PT8H,      2026-12-29T17:00,    on Christmas Day
        2026-12-31T16:30,    PT1H,      2027-01-04T09:30,    into the new year
        2026-04-02T16:00,    PT3H,      2026-04-07T11:00,    over Easter
        2026-03-27T16:00,    PT2H,      2026-03-30T10:00,    over the weekend on which summer time begins
        2026-10-23T16:00,    PT2H,      2026-10-26T10:00,    over the weekend on which summer time ends
        2026-03-29T01:30,    PT0S,      2026-03-30T09:00,    in the hour that does not exist
        2026-10-25T01:30,    PT0S,      2026-10-26T09:00,    in the hour that comes twice
        2026-07-01T09:00,    PT0.001S,  2026-07-01T09:00:00.001, a thousandth of a second
        """)
    void addsWorkingTime(LocalDateTime from, Duration added, LocalDateTime expected, String why) {
        assertThat(calendar.add(london(from), added)).as(why).isEqualTo(london(expected));
    }

    @ParameterizedTest(name = "{0} to {1} is {2}: {3}")
    @CsvSource(textBlock = """
        2026-11-23T10:00, 2026-11-23T14:00, PT4H,   within a day
        2026-11-23T10:00, 2026-11-23T10:00, PT0S,   no time
        2026-11-23T07:00, 2026-11-23T08:00, PT0S,   before opening
        2026-11-23T16:00, 2026-11-23T20:00, PT1H,   past closing
        2026-11-23T18:00, 2026-11-24T08:00, PT0S,   over a night
        2026-11-27T16:00, 2026-11-30T10:00, PT2H,   over a weekend
        2026-11-28T10:00, 2026-11-29T10:00, PT0S,   within a weekend
        2026-12-24T16:00, 2026-12-29T10:00, PT2H,   over Christmas
        2026-10-19T09:00, 2026-10-31T12:00, PT80H,  two weeks over the end of summer time
        2026-11-23T14:00, 2026-11-23T10:00, PT-4H,  backwards
        2026-11-24T10:00, 2026-11-23T10:00, PT-8H,  a day backwards
        """)
    void measuresWorkingTime(LocalDateTime from, LocalDateTime to, Duration expected, String why) {
        assertThat(calendar.between(london(from), london(to))).as(why).isEqualTo(expected);
    }

    @Test
    void measuresWhatItHasAddedAndEndsInWorkingTime() {
        Random random = new Random(20261123);
        long start = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        for (int sample = 0; sample < 20_000; sample++) {
            Instant from =
                    Instant.ofEpochSecond(start + random.nextInt(10 * 365 * 24 * 3600), random.nextInt(1_000_000_000));
            Duration added = Duration.ofMillis(random.nextInt(60 * 8 * 3600 * 1000));
            Instant due = calendar.add(from, added);
            assertThat(calendar.between(from, due)).as("%s + %s", from, added).isEqualTo(added);
            LocalDateTime local = due.atZone(LONDON).toLocalDateTime();
            assertThat(calendar.isWorkingDay(local.toLocalDate())).isTrue();
            assertThat(local.getHour()).isBetween(9, 17);
        }
    }

    @Test
    void refusesToTakeTimeAway() {
        assertThatThrownBy(() -> calendar.add(Instant.EPOCH, Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant london(LocalDateTime time) {
        return time.atZone(LONDON).toInstant();
    }
}
