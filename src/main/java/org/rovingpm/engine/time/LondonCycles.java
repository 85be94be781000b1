package org.rovingpm.engine.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.rovingpm.calendar.SchemeTime;
import org.springframework.scheduling.support.CronExpression;

/** Times of day in cycles are London's, in winter and in summer. A repeat such as R3/P1D keeps an exact interval. */
class LondonCycles extends CycleBusinessCalendar {

    @Override
    public Date resolveDuedate(String description, Date start, long repeatOffset) {
        if (description.startsWith("R")) {
            return super.resolveDuedate(LondonTime.inLondon(description), start, repeatOffset);
        }
        Instant from = (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
        ZonedDateTime next = CronExpression.parse(description).next(from.atZone(SchemeTime.ZONE));
        if (next == null) {
            throw new IllegalArgumentException("The times “%s” never come.".formatted(description));
        }
        return Date.from(next.toInstant());
    }
}
