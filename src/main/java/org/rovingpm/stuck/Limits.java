package org.rovingpm.stuck;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rovingpm.engine.BrokenDecision;
import org.rovingpm.engine.Decisions;
import org.rovingpm.engine.RowsByRating;
import org.rovingpm.supportcase.Rag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How long a case may wait before it counts as stuck, as managers decide in stuck-limits.dmn. A row is cached while
 * its version of the decision is in force.
 */
@Component
public class Limits {

    /** The table as the code reads it. */
    public static final RowsByRating TABLE = new RowsByRating("stuck-limits", "cause", "Any other cause");

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    private static final double SECONDS_A_DAY = 86_400;

    /** Without a limit that can be read, everything that waits is shown at once: too much rather than nothing. */
    private static final RowsByRating.Row NONE = new RowsByRating.Row(0, 0, 0, 0);

    private final Supplier<String> version;
    private final Function<Cause, RowsByRating.Row> decided;
    private final Map<LimitKey, Limit> rows = new ConcurrentHashMap<>();

    /** @param problem why there is none; null if there is one */
    private record Limit(RowsByRating.Row row, String problem) {}

    private record LimitKey(String version, Cause cause) {}

    @Autowired
    Limits(Decisions decisions) {
        this(() -> decisions.versionOf(TABLE.decision()), cause -> TABLE.find(decisions, cause.label())
                .orElseGet(() -> TABLE.other(decisions)));
    }

    Limits(Supplier<String> version, Function<Cause, RowsByRating.Row> decided) {
        this.version = version;
        this.decided = decided;
    }

    /** @return the limits in force, for one query; the version is looked up once */
    public InForce inForce() {
        String inForce = version.get();
        return (cause, rag) -> {
            double days = limit(inForce, cause).row().of(rag == null ? null : rag.name());
            return Duration.ofSeconds(Math.round(days * SECONDS_A_DAY));
        };
    }

    /** The limits of one version. */
    @FunctionalInterface
    public interface InForce {

        /** @param rag null if there is no rating */
        Duration of(Cause cause, Rag rag);
    }

    /** Sentences about rows that give no limit; none if all do. */
    public List<String> problems() {
        String inForce = version.get();
        return Arrays.stream(Cause.values())
                .map(cause -> limit(inForce, cause).problem())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Limit limit(String inForce, Cause cause) {
        return rows.computeIfAbsent(new LimitKey(inForce, cause), this::read);
    }

    private Limit read(LimitKey key) {
        try {
            return new Limit(decided.apply(key.cause()), null);
        } catch (BrokenDecision broken) {
            LOG.warn("Without a limit for {}: {}", key.cause().label(), broken.getMessage());
            return new Limit(NONE, broken.getMessage());
        }
    }
}
