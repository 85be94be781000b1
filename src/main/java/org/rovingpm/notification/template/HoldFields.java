package org.rovingpm.notification.template;

import java.util.List;
import java.util.Map;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** The template fields of a case on hold. */
@Component
class HoldFields implements SubjectFields {

    private final SupportCases cases;

    HoldFields(SupportCases cases) {
        this.cases = cases;
    }

    @Override
    public String about() {
        return "hold";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("heldUntil", "The day until which the case is on hold", "Monday 14 December 2026"));
    }

    /** Each extension is an occasion of its own with its own message. */
    @Override
    public FieldValues of(CaseReference reference) {
        SupportCase held = cases.get(reference);
        return FieldValues.on(
                "held " + held.heldAt() + " until " + held.heldUntil(),
                Map.of("heldUntil", BritishFormat.weekdayAndDate(held.heldUntil())));
    }
}
