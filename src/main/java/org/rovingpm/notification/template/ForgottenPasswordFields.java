package org.rovingpm.notification.template;

import java.util.List;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of the link by which somebody chooses a new password. */
@Component
public class ForgottenPasswordFields implements SubjectFields {

    private static final String LINK = "passwordLink";

    @Override
    public String about() {
        return "forgotten-password";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(AccountFields.USER_NAME, "The user name of the account", "coordinator"),
                TemplateField.link(
                        LINK, "The link to choose a new password", "https://example.org/forgotten-password/…"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        throw new IllegalStateException("An account has no fields of a case");
    }
}
