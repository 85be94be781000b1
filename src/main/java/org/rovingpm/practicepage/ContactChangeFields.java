package org.rovingpm.practicepage;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What the message to the office says of another contact that a practice asks for: where it is decided, and no name or address. */
@Component
class ContactChangeFields implements SubjectFields {

    private static final String LINK = "contactChangesLink";

    private final MessageSettings settings;

    ContactChangeFields(MessageSettings settings) {
        this.settings = settings;
    }

    @Override
    public String about() {
        return "contact-change";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.text(
                LINK, "The page on which the office confirms it", "https://example.org/contact-changes"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(Map.of(LINK, settings.link("/contact-changes")));
    }
}
