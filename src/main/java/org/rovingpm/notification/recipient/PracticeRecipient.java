package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** The contact at the practice. */
@Component
class PracticeRecipient implements RecipientSource {

    private final SupportCases cases;

    PracticeRecipient(SupportCases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public String label() {
        return "the practice";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        RequestAnswers.Contact contact = cases.get(reference).request().contact();
        return List.of(Recipient.of(null, contact.contactName(), contact.contactEmail()));
    }
}
