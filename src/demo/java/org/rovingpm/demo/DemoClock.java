package org.rovingpm.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.rovingpm.calendar.SchemeTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The system's clock in demonstration mode. While demonstration data is made, and only then, it stands in the past. */
@Component
@Profile("demo")
public class DemoClock extends Clock {

    private volatile Instant past;

    /** Stands still at the moment until it is set again or reset. */
    public void setTo(Instant moment) {
        past = moment;
    }

    /** Back to the real time. */
    public void reset() {
        past = null;
    }

    @Override
    public Instant instant() {
        Instant moment = past;
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public ZoneId getZone() {
        return SchemeTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return past == null ? Clock.system(zone) : Clock.fixed(past, zone);
    }
}
