package org.rovingpm.calendar;

import java.time.ZoneId;

/** The time that the scheme's people live by: London's, wherever the server stands. For where no clock is at hand. */
public final class SchemeTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private SchemeTime() {}
}
