package org.rovingpm.notification.template;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of a reminder of a task. The caller provides their values. */
@Component
class TaskFields implements SubjectFields {

    @Override
    public String about() {
        return "task";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("task", "The task that is late", "Choose PM"),
                TemplateField.text("due", "By when it is to be done", "Monday 23 November 2026 at 13:00"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(Map.of());
    }
}
