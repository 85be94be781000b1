package org.rovingpm.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** The week that PMs report: it ends on Friday at 17:00 in London. */
public final class SchemeWeek {

    public static final DayOfWeek LAST_DAY = DayOfWeek.FRIDAY;
    public static final LocalTime END = LocalTime.of(17, 0);

    private SchemeWeek() {}

    /** @return the first end of a week from this moment on, the moment itself included */
    public static Instant endFrom(Instant moment) {
        ZonedDateTime end = moment.atZone(SchemeTime.ZONE)
                .with(TemporalAdjusters.nextOrSame(LAST_DAY))
                .with(END);
        return (end.toInstant().isBefore(moment) ? end.plusWeeks(1) : end).toInstant();
    }
}
