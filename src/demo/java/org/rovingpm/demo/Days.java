package org.rovingpm.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.calendar.WorkingCalendar;

/** Days and hours as stories count them: back from the moment at which the demonstration was first started. */
final class Days {

    private static final LocalTime WEEK_ENDS = LocalTime.of(17, 0);
    private static final Duration TIME_TO_REPORT = Duration.ofHours(6);

    private final Instant now;
    private final WorkingCalendar calendar;
    private final LocalDate lastFriday;

    Days(Instant now, WorkingCalendar calendar) {
        this.now = now;
        this.calendar = calendar;
        LocalDate friday =
                LocalDate.ofInstant(now, SchemeTime.ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        while (calendar.add(friday.atTime(WEEK_ENDS).atZone(SchemeTime.ZONE).toInstant(), TIME_TO_REPORT)
                .isAfter(now)) {
            friday = friday.minusWeeks(1);
        }
        this.lastFriday = friday;
    }

    /** @return the moment since which so much working time has passed */
    Instant hoursAgo(double workingHours) {
        return before(now, Duration.ofMinutes(Math.round(workingHours * 60)));
    }

    /** @return the Monday of the week that is followed by so many weeks which should have been reported by now, itself included */
    LocalDate weekOfSupport(int weeksAgo) {
        return lastFriday.minusWeeks(weeksAgo - 1L).with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
    }

    /** @return a moment before the day, another for each practice, that leaves time to get from the request to a plan in effect */
    Instant requestFor(LocalDate firstDay, int practice) {
        return before(
                firstDay.atTime(LocalTime.of(9, 0)).atZone(SchemeTime.ZONE).toInstant(),
                Duration.ofMinutes(3_600 + practice * 97 % 900));
    }

    private Instant before(Instant moment, Duration working) {
        Instant back = moment;
        while (calendar.between(back, moment).compareTo(working) < 0) {
            back = back.minus(Duration.ofDays(1));
        }
        return calendar.add(back, calendar.between(back, moment).minus(working));
    }
}
