package org.rovingpm.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * How long each step may take, as managers decide in service-levels.dmn. Every task needs a row, and the engine would
 * parse each cell again for each evaluation, so rows are cached while their version is in force.
 *
 * <p>The table uses the names of tasks. If a task's name has no row, because a manager has renamed only one of them
 * or the case runs on an older version, the names of the same task in other versions of the process are tried, newest
 * first. So no task loses its deadline by being renamed.
 */
@Component
public class ServiceLevels {

    /** The table as the code reads it. */
    public static final RowsByRating TABLE = new RowsByRating("service-levels", "step", "Any other step");

    private static final double MINUTES_AN_HOUR = 60;

    private final Decisions decisions;
    private final StepNames names;
    private final WorkingCalendar calendar;
    private final Map<Asked, Optional<RowsByRating.Row>> rows = new ConcurrentHashMap<>();

    /**
     * A deadline that is not a task's: the code uses it.
     *
     * @param name name of its row, which the table must have
     */
    public record Deadline(String name) {}

    /**
     * @param table    the version of the table
     * @param process  the version of the process; null for a deadline
     * @param inForce  the version of the process in force if the answer depends on it; otherwise null
     * @param step     id of a task, or name of a deadline
     */
    private record Asked(String table, String process, String inForce, String step) {}

    ServiceLevels(Decisions decisions, StepNames names, WorkingCalendar calendar) {
        this.decisions = decisions;
        this.names = names;
        this.calendar = calendar;
    }

    /**
     * @param rag RED, AMBER or GREEN; null if the case has no rating yet
     * @return the end of the time that begins at the given moment
     */
    public Instant due(String rag, Deadline deadline, Instant from) {
        Asked asked = new Asked(decisions.versionOf(TABLE.decision()), null, null, deadline.name());
        return due(rag, rows.computeIfAbsent(asked, this::named).orElseThrow(), from);
    }

    /**
     * @param rag     RED, AMBER or GREEN; null if the case has no rating yet
     * @param process the engine's id of the version of the process in which the task is
     * @param task    id of the task in its process
     * @return the due date of a task that can begin at the given moment
     */
    public Instant due(String rag, String process, String task, Instant from) {
        String table = decisions.versionOf(TABLE.decision());
        RowsByRating.Row row = rows.computeIfAbsent(new Asked(table, process, null, task), this::byItsName)
                .or(() -> rows.computeIfAbsent(
                        new Asked(table, process, names.versionInForce(process), task), this::byOtherNames))
                .orElseThrow();
        return due(rag, row, from);
    }

    /**
     * Moves a due date with the time that its step may take; time on hold stays added.
     *
     * @param due    the date
     * @param before what it would be without time on hold
     * @param now    what it would be now, without time on hold
     */
    public Instant moved(Instant due, Instant before, Instant now) {
        Duration held = calendar.between(before, due);
        // Negative if the service levels have been lengthened since
        return held.isZero() || held.isNegative() ? now : calendar.add(now, held);
    }

    private Instant due(String rag, RowsByRating.Row hours, Instant from) {
        return calendar.add(from, Duration.ofMinutes(Math.round(hours.of(rag) * MINUTES_AN_HOUR)));
    }

    private Optional<RowsByRating.Row> named(Asked asked) {
        return find(asked.step()).or(() -> Optional.of(TABLE.other(decisions)));
    }

    private Optional<RowsByRating.Row> byItsName(Asked asked) {
        return find(names.of(asked.process(), asked.step()));
    }

    private Optional<RowsByRating.Row> byOtherNames(Asked asked) {
        return names.inOtherVersions(asked.process(), asked.step()).stream()
                .flatMap(name -> find(name).stream())
                .findFirst()
                .or(() -> Optional.of(TABLE.other(decisions)));
    }

    private Optional<RowsByRating.Row> find(String name) {
        return TABLE.find(decisions, name);
    }
}
