package org.rovingpm.linkedcase;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of a case that was closed as a duplicate. */
@Component
class DuplicateFields implements SubjectFields {

    private static final String JOINED_WITH = "joinedWith";

    private final CaseLinks links;

    DuplicateFields(CaseLinks links) {
        this.links = links;
    }

    @Override
    public String about() {
        return "duplicate";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.optional(
                JOINED_WITH, "Only of a duplicate: the number of the case that goes on", "RPM-2026-0041"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(links.survivorOf(reference)
                .<Map<String, Object>>map(survivor -> Map.of(JOINED_WITH, survivor.value()))
                .orElse(Map.of()));
    }
}
