package org.rovingpm.notification.template;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.information.FurtherInformation;
import org.springframework.stereotype.Component;

/** The template fields of the information that the practice is asked for. */
@Component
class InformationFields implements SubjectFields {

    private final FurtherInformation information;

    InformationFields(FurtherInformation information) {
        this.information = information;
    }

    @Override
    public String about() {
        return "information";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.text(
                "informationAskedFor", "What the practice is asked for", "When did your practice manager leave?"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        FurtherInformation.Question question = open(reference);
        return FieldValues.on("information " + question.id(), Map.of("informationAskedFor", question.text()));
    }

    private FurtherInformation.Question open(CaseReference reference) {
        return information
                .open(reference)
                .orElseThrow(() -> new IllegalStateException("Nothing is asked for in case " + reference));
    }
}
