package org.rovingpm.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.access.StaffDirectory.Person;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.engine.due.TaskPriority;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.queue.NotifyPerson;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that the deadline of a task comes near, and that it has passed: each level of each task once, however many instances
 * look, and wherever one is stopped. What is told, that it was told and to whom is one transaction.
 */
@Component
public class WatchDeadlines {

    /** So many tasks are looked at in one transaction. */
    static final int A_PORTION = 100;

    private static final String SYSTEM = "system";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final List<DeadlineLevel> HIGHEST_FIRST =
            List.of(DeadlineLevel.SECOND_ESCALATION, DeadlineLevel.FIRST_ESCALATION, DeadlineLevel.WARNING);

    private final DueTasks tasks;
    private final DeadlineLevels levels;
    private final TaskPriorities priorities;
    private final NotifyPerson notifyPerson;
    private final StaffDirectory staff;
    private final HiddenCases hiddenCases;
    private final Timeline timeline;
    private final WorkingCalendar calendar;
    private final Clock clock;

    WatchDeadlines(
            DueTasks tasks,
            DeadlineLevels levels,
            TaskPriorities priorities,
            NotifyPerson notifyPerson,
            StaffDirectory staff,
            HiddenCases hiddenCases,
            Timeline timeline,
            WorkingCalendar calendar,
            Clock clock) {
        this.tasks = tasks;
        this.levels = levels;
        this.priorities = priorities;
        this.notifyPerson = notifyPerson;
        this.staff = staff;
        this.hiddenCases = hiddenCases;
        this.timeline = timeline;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Looks at the next tasks that are due soon or late.
     *
     * @param after where the last portion ended; {@link DueTasks.Place#BEGINNING} to begin
     * @return where this one ended; empty when there are no more
     */
    @Transactional
    Optional<DueTasks.Place> watch(DueTasks.Place after) {
        Instant now = clock.instant();
        DeadlineLevels.InForce inForce = levels.inForce();
        List<DueTask> due =
                tasks.next(after, calendar.add(now, AN_HOUR.multipliedBy(DeadlineLevels.LONGEST_WARNING)), A_PORTION);
        due.forEach(task -> reached(task, inForce, now)
                .filter(level -> task.told() == null || level.compareTo(task.told()) > 0)
                .filter(level -> tasks.reach(task, level, now))
                .ifPresent(level -> tell(task, level, inForce.told(task.name(), level))));
        return due.size() < A_PORTION
                ? Optional.empty()
                : Optional.of(new DueTasks.Place(
                        due.get(due.size() - 1).dueAt(), due.get(due.size() - 1).id()));
    }

    /** @return whether it has changed some and there may be more that are late */
    boolean raisePriorities() {
        List<LateTask> late = tasks.lateWithoutPriority(clock.instant(), TaskPriority.LOWEST_OF_LATE, A_PORTION);
        return priorities.late(late) > 0 && late.size() == A_PORTION;
    }

    /** Forgets what was told of tasks that are done. */
    @Transactional
    void tidy() {
        tasks.forgetDone(clock.instant().minus(KEPT), A_PORTION * A_PORTION);
    }

    private Optional<DeadlineLevel> reached(DueTask task, DeadlineLevels.InForce inForce, Instant now) {
        return HIGHEST_FIRST.stream()
                .filter(level -> isReached(task.dueAt(), inForce.after(task.name(), level, task.rag()), now))
                .findFirst();
    }

    private boolean isReached(Instant due, Duration after, Instant now) {
        return after.isNegative()
                ? !calendar.add(now, after.negated()).isBefore(due)
                : !calendar.add(due, after).isAfter(now);
    }

    private void tell(DueTask task, DeadlineLevel level, Told whom) {
        if (whom == Told.NOBODY) {
            return;
        }
        Map<String, String> names = people(task, whom)
                .collect(Collectors.toMap(Person::id, Person::name, (one, same) -> one, HashMap::new));
        names.keySet().retainAll(hiddenCases.whoMaySee(task.reference(), names.keySet()));
        boolean passed = level != DeadlineLevel.WARNING;
        names.keySet().stream()
                .sorted()
                .forEach(person -> notifyPerson.tell(
                        passed ? "deadline-passed" : "deadline-near",
                        task.reference(),
                        person,
                        "deadline:%s:%s:%s".formatted(task.id(), level, person),
                        Map.of(
                                "task", task.name(),
                                "due", BritishFormat.weekdayDateAndTime(task.dueAt()),
                                "holder", holder(task))));
        if (passed) {
            timeline.add(
                    task.reference(),
                    SYSTEM,
                    "Deadline passed: " + task.name(),
                    null,
                    names.isEmpty()
                            ? "Nobody could be told"
                            : "Told: " + names.values().stream().sorted().collect(Collectors.joining(", ")),
                    null);
        }
    }

    private String holder(DueTask task) {
        return task.holder() == null
                ? "nobody yet"
                : staff.find(task.holder()).map(Person::name).orElse(task.holder());
    }

    private Stream<Person> people(DueTask task, Told whom) {
        return switch (whom) {
            case HOLDER -> task.holder() == null ? team(task) : staff.find(task.holder()).stream();
            case TEAM -> team(task);
            case COORDINATORS -> staff.of(Role.COORDINATOR).stream();
            case SERVICE_MANAGERS -> staff.of(Role.SERVICE_MANAGER).stream();
            case NOBODY -> Stream.empty();
        };
    }

    /** Those who share the task; a PM shares theirs with nobody, and the coordinators look after PMs. */
    private Stream<Person> team(DueTask task) {
        Set<Role> roles = Role.ofGroups(task.groups()).stream()
                .filter(role -> role != Role.ROVING_PM)
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> roles.isEmpty() ? role == Role.COORDINATOR : roles.contains(role))
                .flatMap(role -> staff.of(role).stream());
    }
}
