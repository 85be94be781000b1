package org.rovingpm.stuck;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.engine.Decisions;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/**
 * For how long a case may wait before it counts as stuck, as managers decide it in stuck-limits.dmn. An answer is remembered
 * for as long as its version of the decision is in force.
 */
@Component
public class Limits {

    private static final String DECISION = "stuck-limits";
    private static final double SECONDS_A_DAY = 86_400;

    private final Decisions decisions;
    private final Map<Asked, Duration> answers = new ConcurrentHashMap<>();

    private record Asked(String version, Cause cause, Rag rag) {}

    Limits(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @return the limits of the version in force, for one question: which version that is, is asked once */
    public InForce inForce() {
        String version = decisions.versionOf(DECISION);
        return (cause, rag) -> answers.computeIfAbsent(new Asked(version, cause, rag), this::decide);
    }

    /** The limits of one version. */
    @FunctionalInterface
    public interface InForce {

        /** @param rag null where there is no rating */
        Duration of(Cause cause, Rag rag);
    }

    private Duration decide(Asked asked) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cause", asked.cause().key());
        facts.put("rag", asked.rag() == null ? null : asked.rag().name());
        Number days = (Number) decisions.single(DECISION, facts).get("days");
        return Duration.ofSeconds(Math.round(days.doubleValue() * SECONDS_A_DAY));
    }
}
