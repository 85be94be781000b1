package org.rovingpm.practicepage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.LinkedPage;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The link to the practice's own page in messages to the practice: a new one in each, for the mailbox that the message goes to. */
@Component
class PageFields implements SubjectFields, LinkedPage {

    private static final String TO_PRACTICE = "practice";

    private final PageLinks links;
    private final Messages messages;

    PageFields(PageLinks links, Messages messages) {
        this.links = links;
        this.messages = messages;
    }

    @Override
    public String about() {
        return "practice-page";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.link(
                "practicePageLink",
                "The practice's own page: where its case stands, who comes when, a question to the office",
                "https://example.org/your-support/…"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(Map.of());
    }

    @Override
    public Optional<String> newLink(Message message) {
        if (!TO_PRACTICE.equals(message.recipient()) || message.reference() == null) {
            return Optional.empty();
        }
        return messages.addressOf(message.id())
                .map(mailbox ->
                        PageLinks.PATH + "/" + links.make(message.reference(), new OdsCode(message.person()), mailbox));
    }
}
