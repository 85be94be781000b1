package org.rovingpm.start;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps the whole Java process on UTC, whatever zone its machine has. The engine stores moments without a zone, in the zone of
 * the process: with another zone at a later start, in summer, or on another instance, every timer and deadline would move.
 * People and models live by London's time, which is asked for where they are met.
 */
public class UtcZone implements ApplicationListener<ApplicationStartingEvent>, Ordered {

    /** Sets the zone; before anything of this process has asked for it. */
    public static void set() {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** For those who start the application without its main method, as tests do. */
    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        set();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
