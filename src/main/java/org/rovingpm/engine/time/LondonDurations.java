package org.rovingpm.engine.time;

import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.rovingpm.calendar.SchemeTime;

/** Days, weeks, months and years in a model are London's: P7D ends at the same time of day even when the clocks change. */
class LondonDurations extends DurationBusinessCalendar {

    @Override
    public Date resolveDuedate(String text, Date start) {
        if (!text.startsWith("P") || text.contains("/")) {
            return super.resolveDuedate(LondonTime.inLondon(text), start);
        }
        GregorianCalendar end = new GregorianCalendar(TimeZone.getTimeZone(SchemeTime.ZONE));
        end.setTime(start == null ? ClockUtil.getCurrentTime() : start);
        try {
            DatatypeFactory.newInstance().newDuration(weeksAsDays(text)).addTo(end);
        } catch (IllegalArgumentException unreadable) {
            // Refused in the engine's words
            return super.resolveDuedate(text, start);
        } catch (DatatypeConfigurationException failure) {
            throw new IllegalStateException(failure);
        }
        return end.getTime();
    }

    /** Durations in models may be in weeks (P2W), which Java's durations cannot read. */
    private static String weeksAsDays(String text) {
        return text.matches("P\\d+W")
                ? "P%dD".formatted(7 * Long.parseLong(text.substring(1, text.length() - 1)))
                : text;
    }
}
