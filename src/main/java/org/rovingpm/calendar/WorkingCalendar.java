package org.rovingpm.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts in the scheme's working time: from 09:00 until just before 17:00 in London, Monday to Friday, without England's
 * bank holidays. The clock changes at night on a Sunday, so that a working day always has eight hours.
 */
@Component
public class WorkingCalendar {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final HolidayManager england = HolidayManager.getInstance(ManagerParameters.create("gb"));
    private final Map<Integer, Set<LocalDate>> bankHolidays = new ConcurrentHashMap<>();

    /**
     * The moment at which the working time will have passed. Outside working time it begins to count at the next opening;
     * a whole day's worth ends at that day's closing.
     *
     * @param workingTime zero or more
     */
    public Instant add(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time can be added, not taken away: " + workingTime);
        }
        ZonedDateTime start = firstOpen(from.atZone(SchemeTime.ZONE));
        Duration left = workingTime;
        Duration today = Duration.between(start.toLocalTime(), CLOSES);
        while (left.compareTo(today) > 0) {
            left = left.minus(today);
            start = opening(nextWorkingDay(start.toLocalDate()));
            today = Duration.between(OPENS, CLOSES);
        }
        return start.plus(left).toInstant();
    }

    /** The working time from one moment to another; negative where the other is earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        ZonedDateTime start = firstOpen(from.atZone(SchemeTime.ZONE));
        ZonedDateTime end = to.atZone(SchemeTime.ZONE);
        Duration passed = Duration.ZERO;
        while (start.toLocalDate().isBefore(end.toLocalDate())) {
            passed = passed.plus(Duration.between(start.toLocalTime(), CLOSES));
            start = opening(nextWorkingDay(start.toLocalDate()));
        }
        if (start.isBefore(end)) {
            LocalTime until = end.toLocalTime().isBefore(CLOSES) ? end.toLocalTime() : CLOSES;
            passed = passed.plus(Duration.between(start.toLocalTime(), until));
        }
        return passed;
    }

    /** Whether the scheme works on the day: neither a weekend nor a bank holiday of England. */
    public boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek())
                && !bankHolidays
                        .computeIfAbsent(day.getYear(), this::bankHolidaysOf)
                        .contains(day);
    }

    /** The first working day after the day. */
    public LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private ZonedDateTime firstOpen(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (!isWorkingDay(day) || !moment.toLocalTime().isBefore(CLOSES)) {
            return opening(nextWorkingDay(day));
        }
        return moment.toLocalTime().isBefore(OPENS) ? opening(day) : moment;
    }

    private static ZonedDateTime opening(LocalDate day) {
        return day.atTime(OPENS).atZone(SchemeTime.ZONE);
    }

    private Set<LocalDate> bankHolidaysOf(int year) {
        return england.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, "eng").stream()
                .map(holiday -> holiday.getDate())
                .collect(Collectors.toUnmodifiableSet());
    }
}
