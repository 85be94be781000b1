package org.rovingpm.notification.template;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.MessageText;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** What messages may say of a case that is on hold. */
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
    public List<TemplateField> facts() {
        return List.of(
                TemplateField.text("heldUntil", "The day until which the case is on hold", "Monday 14 December 2026"));
    }

    /** Each prolongation is an occasion of its own, and told of anew. */
    @Override
    public FieldValues of(CaseReference reference) {
        SupportCase held = cases.get(reference);
        return FieldValues.on(
                "held " + held.heldAt() + " until " + held.heldUntil(),
                Map.of("heldUntil", MessageText.date(held.heldUntil())));
    }
}
