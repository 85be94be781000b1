package org.rovingpm.workingtime;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class WorkingCalendar {
    public Instant add(Instant from, Duration workingTime) { return from.plus(workingTime); }
    public Duration between(Instant from, Instant to) { return Duration.between(from, to); }
}
