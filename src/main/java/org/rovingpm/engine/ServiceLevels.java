package org.rovingpm.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.rovingpm.workingtime.WorkingCalendar;
import org.springframework.stereotype.Component;

/** How long each step may take, as the scheme's managers decide it in service-levels.dmn. */
@Component
public class ServiceLevels {

    private final Decisions decisions;
    private final WorkingCalendar calendar;

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
        Map<String, Object> facts = new HashMap<>();
        facts.put("rag", rag);
        facts.put("step", step);
        Number hours = (Number) decisions.single("service-levels", facts).get("workingHours");
        return calendar.add(from, Duration.ofMinutes(Math.round(hours.doubleValue() * 60)));
    }
}
