package org.rovingpm.notification.digest;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of the morning digest, about a person's work in all cases. */
@Component
class DigestFields implements SubjectFields {

    private static final List<Map<String, String>> EXAMPLE = List.of(Map.of(
            "task",
            "Assess request",
            "case",
            "RPM-2026-0042",
            "practice",
            "Willow Lane Surgery",
            "due",
            "Monday 23 November 2026 at 13:00",
            "link",
            "https://example.org/cases/RPM-2026-0042/task"));

    @Override
    public String about() {
        return "digest";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.rows("lateTasks", "Tasks that are late", EXAMPLE),
                TemplateField.rows("tasksDueToday", "Tasks due today", EXAMPLE),
                TemplateField.optional("moreTasks", "How many more tasks there are than the message lists", "12"),
                TemplateField.rows(
                        "stuckCases",
                        "What is stuck, by cause, for process managers and service managers",
                        List.of(Map.of("cause", "Failed step", "number", "3", "red", "1"))),
                TemplateField.optional(
                        "stuckLink", "The list of stuck cases, if there are any", "https://example.org/stuck"),
                TemplateField.optional(
                        "interestsLink",
                        "The page of their declared interests, if some are to be confirmed",
                        "https://example.org/interests"),
                TemplateField.text("taskListLink", "The task list", "https://example.org/"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        throw new IllegalStateException("A digest is not about a case");
    }
}
