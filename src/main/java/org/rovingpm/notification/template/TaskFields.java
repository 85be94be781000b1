package org.rovingpm.notification.template;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of what is said about one task. The caller provides their values. */
@Component
class TaskFields implements SubjectFields {

    @Override
    public String about() {
        return "task";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("task", "The task", "Choose PM"),
                TemplateField.text("due", "By when it is to be done", "Monday 23 November 2026 at 13:00"),
                TemplateField.text("holder", "Who has the task", "Tamsin Teasel"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(Map.of());
    }
}
