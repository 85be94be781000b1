package org.rovingpm.assessment;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The template fields of a declined request. */
@Component
class DeclineFields implements SubjectFields {

    private final JdbcClient jdbc;

    DeclineFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String about() {
        return "decline";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("declineReason", "Why the request is declined", DeclineReason.OTHER_SERVICE.label()),
                TemplateField.text(
                        "signpostedTo",
                        "Where the practice can turn",
                        "The digital team of the integrated care board"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return jdbc.sql("select reason, signposted_to from declined_request where case_reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> FieldValues.on(
                        "decline",
                        Map.of(
                                "declineReason",
                                DeclineReason.valueOf(row.getString("reason")).label(),
                                "signpostedTo",
                                row.getString("signposted_to"))))
                .single();
    }
}
