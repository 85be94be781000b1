package org.rovingpm.engine.time;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.joda.time.DateTimeZone;
import org.joda.time.format.ISODateTimeFormat;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.engine.feel.BoundedDecisions;
import org.springframework.stereotype.Component;

/**
 * Makes the engine read times in models, decisions and queries as London's. By default it would use the zone of its
 * process, which is UTC.
 */
@Component
public class LondonTime extends AbstractProcessEnginePlugin {

    static final DateTimeZone OF_JODA = DateTimeZone.forID(SchemeTime.ZONE.getId());

    private static final Pattern WITH_ZONE = Pattern.compile(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBusinessCalendarManager(calendars());
        engine.setDmnEngineConfiguration(new BoundedDecisions());
        // dateTime() in the queries of task lists takes Joda's zone
        DateTimeZone.setDefault(OF_JODA);
    }

    /** What reads the times of models: due dates, durations and cycles. */
    public static BusinessCalendarManager calendars() {
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new LondonDates());
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new LondonDurations());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new LondonCycles());
        return calendars;
    }

    /** The same dates, with London's zone if they have none: "2027-07-01T09:00" becomes "2027-07-01T09:00+01:00". */
    static String inLondon(String text) {
        return Arrays.stream(text.split("/")).map(LondonTime::part).collect(Collectors.joining("/"));
    }

    private static String part(String text) {
        if (text.startsWith("P")
                || text.startsWith("R")
                || WITH_ZONE.matcher(text).matches()) {
            return text;
        }
        try {
            String local =
                    ISODateTimeFormat.dateTimeParser().parseLocalDateTime(text).toString();
            return LocalDateTime.parse(local)
                    .atZone(SchemeTime.ZONE)
                    .toOffsetDateTime()
                    .toString();
        } catch (IllegalArgumentException unreadable) {
            // Refused in the engine's words
            return text;
        }
    }
}
