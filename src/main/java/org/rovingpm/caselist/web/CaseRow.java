package org.rovingpm.caselist.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.ListedCase;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.Practices;

/**
 * A case of the list in words, as its page and its files say it.
 *
 * @param names what the people of these cases are called, by user id
 */
record CaseRow(ListedCase listed, Map<String, String> names, Instant now) {

    public String practice() {
        return Practices.inShort(listed.practices());
    }

    /** All of them by name, where there is room. */
    public String practices() {
        return Practices.inWords(listed.practices());
    }

    public boolean adviceOnly() {
        return listed.adviceOnly();
    }

    /** An unrated case never looks rated: “Green (suggested)”. */
    public String rating() {
        if (listed.rag() != null) {
            return listed.rag().label();
        }
        return listed.suggestedRag() == null
                ? "Not rated"
                : listed.suggestedRag().label() + " (suggested)";
    }

    /** The name of its colour; a suggestion has none. */
    public String ratingColour() {
        return listed.rag() == null ? "none" : listed.rag().name().toLowerCase(Locale.ROOT);
    }

    /** Whom it waits for by name, a person or a team; or that it is on hold. Null where nothing waits. */
    public String waitingFor() {
        if (listed.heldUntil() != null) {
            return "On hold until " + BritishFormat.date(listed.heldUntil());
        }
        return listed.task() == null ? null : who(listed.task());
    }

    private String who(ListedCase.Task task) {
        if (task.assignee() != null) {
            return names.getOrDefault(task.assignee(), task.assignee());
        }
        return task.groups().isEmpty()
                ? "Nobody"
                : task.groups().stream()
                        .map(group -> Role.ofGroup(group).map(Role::displayName).orElse(group))
                        .collect(Collectors.joining(", "));
    }

    /** What is to be done, and whether there is more. Null where nothing waits or the case is on hold. */
    public String task() {
        if (listed.task() == null || listed.heldUntil() != null) {
            return null;
        }
        int others = listed.task().tasks() - 1;
        return listed.task().name() + (others == 0 ? "" : ", and " + BritishFormat.count(others, "more task"));
    }

    /** What comes first: a task's deadline, or the end of the next week to report. */
    public Instant due() {
        return Stream.of(listed.task() == null ? null : listed.task().dueAt(), listed.weekEndsAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether what comes first is the end of a week. */
    public boolean weekEnds() {
        return listed.weekEndsAt() != null && listed.weekEndsAt().equals(due());
    }

    /** How long it has been late: “Overdue by 3 days”; null where it is not. */
    public String overdue() {
        return due() == null || !due().isBefore(now)
                ? null
                : "Overdue by " + BritishFormat.duration(Duration.between(due(), now));
    }

    /** @return rows of these cases, which share the names */
    static List<CaseRow> of(List<ListedCase> cases, Map<String, String> names, Instant now) {
        return cases.stream().map(one -> new CaseRow(one, names, now)).toList();
    }
}
