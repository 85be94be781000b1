package org.rovingpm.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * How long each step may take, as the scheme's managers decide it in service-levels.dmn. Every task asks, and the engine
 * reads each cell of the table anew each time it is asked: so an answer is remembered for as long as its version is in force.
 */
@Component
public class ServiceLevels {

    private static final String DECISION = "service-levels";

    private final Decisions decisions;
    private final WorkingCalendar calendar;
    private final Map<Asked, Duration> answers = new ConcurrentHashMap<>();

    private record Asked(String version, String rag, String step) {}

    ServiceLevels(Decisions decisions, WorkingCalendar calendar) {
        this.decisions = decisions;
        this.calendar = calendar;
    }

    /**
     * @param rag  RED, AMBER or GREEN; null where the case has no rating yet
     * @param step key of a task, or a moment the decision names: offer, reminder, chase, escalation
     * @return when the step is due that may begin at the given time
     */
    public Instant due(String rag, String step, Instant from) {
        Duration working = answers.computeIfAbsent(new Asked(decisions.versionOf(DECISION), rag, step), this::decide);
        return calendar.add(from, working);
    }

    private Duration decide(Asked asked) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("rag", asked.rag());
        facts.put("step", asked.step());
        Number hours = (Number) decisions.single(DECISION, facts).get("workingHours");
        return Duration.ofMinutes(Math.round(hours.doubleValue() * 60));
    }
}
