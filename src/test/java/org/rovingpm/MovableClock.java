package org.rovingpm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time as a test wants it, for the domain and the engine alike. Runs on like any clock, from where it was set. */
public class MovableClock extends Clock {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Duration ahead = Duration.ZERO;

    /** Sets the clock to a time in London, such as "2026-11-23T09:00". */
    public void setTo(String london) {
        moveTo(java.time.LocalDateTime.parse(london).atZone(LONDON).toInstant());
    }

    public void moveBy(Duration duration) {
        moveTo(instant().plus(duration));
    }

    public void moveTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** Back to the real time. */
    public void reset() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    public ZonedDateTime now() {
        return instant().atZone(LONDON);
    }

    @Override
    public ZoneId getZone() {
        return LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @TestConfiguration
    static class Configuration {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
