package org.rovingpm.advice;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Whether advice was all that a case needed, for messages about its end. */
@Component
class AdviceOnlyFields implements SubjectFields {

    private final Advices advices;

    AdviceOnlyFields(Advices advices) {
        this.advices = advices;
    }

    @Override
    public String about() {
        return "advice-only";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.optional("adviceOnly", "Only where advice was enough: yes", "yes"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(advices.find(reference)
                .filter(advice -> !advice.pmNeeded())
                .<Map<String, Object>>map(enough -> Map.of("adviceOnly", "yes"))
                .orElse(Map.of()));
    }
}
