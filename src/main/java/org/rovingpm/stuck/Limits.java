package org.rovingpm.stuck;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.engine.Decisions;
import org.rovingpm.engine.RowsByRating;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/**
 * How long a case may wait before it counts as stuck, as managers decide in stuck-limits.dmn. A row is cached while
 * its version of the decision is in force.
 */
@Component
public class Limits {

    /** The table as the code reads it. */
    public static final RowsByRating TABLE = new RowsByRating("stuck-limits", "cause", "Any other cause");

    private static final double SECONDS_A_DAY = 86_400;

    private final Decisions decisions;
    private final Map<LimitKey, RowsByRating.Row> rows = new ConcurrentHashMap<>();

    private record LimitKey(String version, Cause cause) {}

    Limits(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @return the limits in force, for one query; the version is looked up once */
    public InForce inForce() {
        String version = decisions.versionOf(TABLE.decision());
        return (cause, rag) -> {
            double days = rows.computeIfAbsent(new LimitKey(version, cause), this::row)
                    .of(rag == null ? null : rag.name());
            return Duration.ofSeconds(Math.round(days * SECONDS_A_DAY));
        };
    }

    /** The limits of one version. */
    @FunctionalInterface
    public interface InForce {

        /** @param rag null if there is no rating */
        Duration of(Cause cause, Rag rag);
    }

    private RowsByRating.Row row(LimitKey key) {
        return TABLE.find(decisions, key.cause().label()).orElseGet(() -> TABLE.other(decisions));
    }
}
