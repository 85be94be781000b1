package org.rovingpm.modelcheck.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.rovingpm.engine.time.LondonTime;
import org.rovingpm.modelcheck.known.Literals;
import org.rovingpm.modelcheck.known.ValueKind;
import org.springframework.stereotype.Component;

/**
 * Puts written values to the engine's own code: its calendars, its reader of retry times and of history times.
 *
 * <p>Relies on: what the engine of 7.24 does with the values of a task, a timer, a repetition and a condition. With Operaton: the
 * same, in other packages.
 */
@Component
class EngineLiterals implements Literals {

    /** Later ones are mistakes, and not all that shows dates can show them. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** More would take the engine's memory. */
    private static final int MOST_INSTANCES = 1_000;

    private static final int MOST_RETRIES = 100;

    /** The engine counts a cycle with a beginning or an end from there to now, each time that it fires. */
    private static final int MOST_STEPS = 100_000;

    private final BusinessCalendarManager calendars = LondonTime.calendars();

    @Override
    public boolean reads(ValueKind kind, Object value) {
        try {
            return switch (kind) {
                case DATE -> value == null || value instanceof Date || isInTime(DueDateBusinessCalendar.NAME, value);
                case TIMER_DATE -> value instanceof Date || isInTime(DueDateBusinessCalendar.NAME, value);
                case DURATION -> isInTime(DurationBusinessCalendar.NAME, value);
                case CYCLE ->
                    isShort((String) value) && advances((String) value) && isInTime(CycleBusinessCalendar.NAME, value);
                case RETRIES -> value == null || isRetries((String) value);
                case WHOLE_NUMBER -> value == null || value instanceof Number || isNumber((String) value);
                case JOB_PRIORITY -> value instanceof Long || value instanceof Integer || value instanceof Short;
                case COUNT -> isCount(value);
                case HISTORY_TIME -> ParseUtil.parseHistoryTimeToLive((String) value) != null;
                case YES_OR_NO -> value instanceof Boolean;
                case TEXT -> value == null || value instanceof String;
                case LIST -> value instanceof Collection;
                case ANYTHING -> true;
            };
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private boolean isInTime(String calendar, Object text) {
        Date moment = calendars.getBusinessCalendar(calendar).resolveDuedate((String) text, (Date) null);
        return moment != null && !moment.toInstant().isAfter(LATEST);
    }

    private static boolean isNumber(String text) {
        Integer.valueOf(text);
        return true;
    }

    private static boolean isCount(Object value) {
        int count = value instanceof Number number ? number.intValue() : Integer.parseInt((String) value);
        return count >= 0 && count <= MOST_INSTANCES;
    }

    /** Not so many repeats since its beginning, or to its end, that counting them takes the engine's time. */
    private boolean isShort(String cycle) {
        if (!cycle.startsWith("R")) {
            return true;
        }
        String[] parts = cycle.split("/");
        if (parts.length < 3) {
            return true;
        }
        boolean begins = !parts[1].startsWith("P");
        Instant end = moment(DueDateBusinessCalendar.NAME, parts[begins ? 1 : 2], null);
        Duration length = begins && !parts[2].startsWith("P")
                ? Duration.between(end, moment(DueDateBusinessCalendar.NAME, parts[2], null))
                : length(parts[begins ? 2 : 1]);
        return Duration.between(end, ClockUtil.getCurrentTime().toInstant())
                        .abs()
                        .compareTo(length.multipliedBy(MOST_STEPS))
                < 0;
    }

    /** A repeat without an interval would fire for ever at the same moment. */
    private boolean advances(String cycle) {
        if (!cycle.startsWith("R")) {
            return true;
        }
        String last = cycle.substring(cycle.lastIndexOf('/') + 1);
        return !last.startsWith("P") || length(last).compareTo(Duration.ZERO) > 0;
    }

    private Duration length(String duration) {
        Date from = ClockUtil.getCurrentTime();
        return Duration.between(from.toInstant(), moment(DurationBusinessCalendar.NAME, duration, from));
    }

    private Instant moment(String calendar, String text, Date from) {
        return calendars
                .getBusinessCalendar(calendar)
                .resolveDuedate(text, from)
                .toInstant();
    }

    private static boolean isRetries(String cycle) {
        FailedJobRetryConfiguration retries = ParseUtil.parseRetryIntervals(cycle);
        return retries != null
                && retries.getRetries() >= 1
                && retries.getRetries() <= MOST_RETRIES
                && retries.getRetryIntervals().stream().allMatch(EngineLiterals::isInterval);
    }

    private static boolean isInterval(String interval) {
        try {
            Date next = new DurationHelper(interval).getDateAfter();
            return Objects.nonNull(next) && !next.toInstant().isAfter(LATEST);
        } catch (Exception unreadable) {
            return false;
        }
    }
}
