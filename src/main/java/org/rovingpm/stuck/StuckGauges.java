package org.rovingpm.stuck;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/** The number of stuck cases, for monitoring: the gauges rovingpm_stuck_cases by cause and rating. */
@Component
class StuckGauges implements MeterBinder {

    private static final String NAME = "rovingpm.stuck.cases";

    private final StuckNumbers numbers;

    StuckGauges(StuckNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Cause cause : Cause.values()) {
            for (Rag rag : Rag.values()) {
                gauge(registry, cause, rag, rag.name().toLowerCase(Locale.ROOT));
            }
            gauge(registry, cause, null, "none");
        }
    }

    private void gauge(MeterRegistry registry, Cause cause, Rag rag, String rating) {
        Gauge.builder(NAME, numbers, all -> all.of(cause, rag))
                .description("Cases that have waited longer than their rating allows, by cause")
                .tag("cause", cause.key())
                .tag("rag", rating)
                .register(registry);
    }
}
