package org.rovingpm.casechange;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of work that was taken back, which come from whoever tells of it. Of the case there is its number alone. */
@Component
class TakenBackFields implements SubjectFields {

    static final String REFERENCE = "caseReference";
    static final String ENDED = "whatEnded";
    static final String BECAUSE = "because";

    @Override
    public String about() {
        return "taken-back";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(REFERENCE, "The number of the case", "RPM-2026-0042"),
                TemplateField.text(ENDED, "What became of their work", "Your placement there has ended."),
                TemplateField.optional(
                        BECAUSE, "Why, where they are told", "you have declared an interest in the practice"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(Map.of());
    }
}
