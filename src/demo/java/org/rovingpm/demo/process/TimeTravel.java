package org.rovingpm.demo.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.rovingpm.demo.DemoClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sets the clocks of the domain and of the engine back together while nobody else reads them. */
@Component
@Profile("demo")
class TimeTravel implements AutoCloseable {

    private final DemoClock clock;
    private final Clock inForce;

    TimeTravel(DemoClock clock, Clock inForce) {
        this.clock = clock;
        this.inForce = inForce;
    }

    /** @return whether the domain goes by this clock; a test may have replaced it with its own */
    boolean possible() {
        return clock.equals(inForce);
    }

    void to(Instant moment) {
        clock.setTo(moment);
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    Instant now() {
        return clock.instant();
    }

    /** Back to the present. */
    @Override
    public void close() {
        clock.reset();
        ClockUtil.reset();
    }
}
