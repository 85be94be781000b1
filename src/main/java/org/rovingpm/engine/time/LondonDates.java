package org.rovingpm.engine.time;

import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTime;
import org.joda.time.Period;
import org.joda.time.format.ISOPeriodFormat;

/** A date in a model without a zone is London's; a duration in its place ends at London's time of day. */
class LondonDates extends DueDateBusinessCalendar {

    @Override
    public Date resolveDuedate(String text, Date start) {
        if (!text.startsWith("P")) {
            return super.resolveDuedate(LondonTime.inLondon(text), start);
        }
        Period period;
        try {
            period = ISOPeriodFormat.standard().parsePeriod(text);
        } catch (IllegalArgumentException unreadable) {
            // Refused in the engine's words
            return super.resolveDuedate(text, start);
        }
        return new DateTime(start == null ? ClockUtil.getCurrentTime() : start, LondonTime.OF_JODA)
                .plus(period)
                .toDate();
    }
}
