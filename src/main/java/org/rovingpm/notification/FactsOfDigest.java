package org.rovingpm.notification;

import java.util.List;
import java.util.Map;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What the morning digest may say; it is about a person's work in all cases. */
@Component
class FactsOfDigest implements MessageFacts {

    private static final List<Map<String, String>> EXAMPLE = List.of(Map.of(
            "task",
            "Assess request",
            "case",
            "RPM-2026-0042",
            "practice",
            "Willow Lane Surgery",
            "due",
            "Monday 23 November 2026 at 13:00"));

    @Override
    public String about() {
        return "digest";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.rows("lateTasks", "Tasks whose time has run out", EXAMPLE),
                Fact.rows("tasksDueToday", "Tasks due today", EXAMPLE),
                Fact.optional("moreTasks", "How many more there are than the message lists", "12"),
                Fact.rows(
                        "stuckCases",
                        "What is stuck, by why, for process managers and service managers",
                        List.of(Map.of("cause", "Failed step", "number", "3", "red", "1"))),
                Fact.optional("stuckLink", "The list of stuck cases, where there are any", "https://example.org/stuck"),
                Fact.text("taskListLink", "The task list", "https://example.org/"));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        throw new IllegalStateException("A digest is not about a case");
    }
}
