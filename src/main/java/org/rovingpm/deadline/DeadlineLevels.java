package org.rovingpm.deadline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.engine.BrokenDecision;
import org.rovingpm.engine.Decisions;
import org.rovingpm.engine.RowsByRating;
import org.springframework.stereotype.Component;

/** What managers decide in deadline-levels.dmn. An answer is cached while its version of the decision is in force. */
@Component
public class DeadlineLevels {

    public static final String DECISION = "deadline-levels";
    public static final String STEP = "step";
    public static final String LEVEL = "level";
    public static final String TOLD = "tells";

    /** The longest warning, in working hours, so that only tasks that are due soon have to be looked at. */
    public static final int LONGEST_WARNING = 16;

    private static final double MINUTES_AN_HOUR = 60;

    private final Decisions decisions;
    private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

    private record Asked(String version, String step, DeadlineLevel level) {}

    private record Answer(RowsByRating.Row hours, Told told) {}

    DeadlineLevels(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The decision in one version.
     */
    public interface InForce {

        /**
         * @param rag RED, AMBER or GREEN; null if the case has no rating yet
         * @return working time after the deadline; before it where negative
         */
        Duration after(String step, DeadlineLevel level, String rag);

        Told told(String step, DeadlineLevel level);
    }

    /** @return what is in force, for one round; the version is looked up once */
    public InForce inForce() {
        String version = decisions.versionOf(DECISION);
        return new InForce() {
            @Override
            public Duration after(String step, DeadlineLevel level, String rag) {
                return Duration.ofMinutes(
                        Math.round(answer(version, step, level).hours().of(rag) * MINUTES_AN_HOUR));
            }

            @Override
            public Told told(String step, DeadlineLevel level) {
                return answer(version, step, level).told();
            }
        };
    }

    private Answer answer(String version, String step, DeadlineLevel level) {
        return answers.computeIfAbsent(new Asked(version, step, level), this::evaluated);
    }

    private Answer evaluated(Asked asked) {
        Map<String, Object> cells = decisions.single(
                DECISION, Map.of(STEP, asked.step(), LEVEL, asked.level().label()));
        return new Answer(
                new RowsByRating.Row(
                        number(cells, "red"), number(cells, "amber"), number(cells, "green"), number(cells, "unrated")),
                Told.of(cells.get(TOLD))
                        .orElseThrow(() -> new BrokenDecision(
                                "The decision %s does not say who is told: fill in the cell.".formatted(DECISION))));
    }

    private static double number(Map<String, Object> cells, String output) {
        if (cells.get(output) instanceof Number number) {
            return number.doubleValue();
        }
        throw new BrokenDecision(
                "The decision %s gives no number for “%s”: fill in the cell.".formatted(DECISION, output));
    }
}
