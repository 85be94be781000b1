package org.rovingpm.notification.template;

import java.util.List;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of a renewed link. They say nothing else about the case, because the mailbox may be an earlier contact's. */
@Component
public class RenewedLinkFields implements SubjectFields {

    public static final String PRACTICE = "practiceName";
    public static final String REFERENCE = "caseReference";
    public static final String FIRST_SUBJECT = "firstSubject";
    public static final String FIRST_SENT_ON = "firstSentOn";

    @Override
    public String about() {
        return "renewed-link";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(REFERENCE, "The number of the case", "RPM-2026-0042"),
                TemplateField.text(PRACTICE, "The practice", "Willow Lane Surgery"),
                TemplateField.text(
                        FIRST_SUBJECT,
                        "The subject of the message whose link has expired",
                        "A question about your request (RPM-2026-0042)"),
                TemplateField.text(FIRST_SENT_ON, "The day of that message", "Monday 9 November 2026"),
                TemplateField.link(TemplateFields.ANSWER_LINK, "The new link", "https://example.org/answer/…"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        throw new IllegalStateException("A renewed link has no fields of a case");
    }
}
