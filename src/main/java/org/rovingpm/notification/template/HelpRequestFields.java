package org.rovingpm.notification.template;

import java.util.List;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of a request to be confirmed, before there is a case. */
@Component
public class HelpRequestFields implements SubjectFields {

    public static final String PRACTICE = "requestPractice";
    private static final String LINK = "confirmLink";

    @Override
    public String about() {
        return "help-request";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(PRACTICE, "The practice that help is requested for", "Willow Lane Surgery"),
                TemplateField.link(
                        LINK, "The link that confirms the request", "https://example.org/request-help/confirm/…"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        throw new IllegalStateException("A request that is not yet confirmed is not a case");
    }
}
