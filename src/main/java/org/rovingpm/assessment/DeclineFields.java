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
    private final DeclineReasons reasons;

    DeclineFields(JdbcClient jdbc, DeclineReasons reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    @Override
    public String about() {
        return "decline";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("declineReason", "Why the request is declined", "Another service is the right one"),
                TemplateField.text(
                        "signpostedTo",
                        "Where the practice can turn",
                        "The digital team of the integrated care board"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        Declined declined = jdbc.sql(
                        "select reason, signposted_to from declined_request where case_reference = :reference")
                .param("reference", reference.value())
                .query(Declined.class)
                .single();
        return FieldValues.on(
                "decline",
                Map.of(
                        "declineReason",
                        reasons.get(declined.reason()).label(),
                        "signpostedTo",
                        declined.signpostedTo()));
    }

    private record Declined(String reason, String signpostedTo) {}
}
