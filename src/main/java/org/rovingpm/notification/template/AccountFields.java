package org.rovingpm.notification.template;

import java.util.List;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of a changed account. */
@Component
public class AccountFields implements SubjectFields {

    public static final String USER_NAME = "userName";
    public static final String CHANGED_AT = "changedAt";

    @Override
    public String about() {
        return "account";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(USER_NAME, "The user name of the account", "coordinator"),
                TemplateField.text(CHANGED_AT, "When it was changed", "9 November 2026, 14:05"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        throw new IllegalStateException("An account has no fields of a case");
    }
}
