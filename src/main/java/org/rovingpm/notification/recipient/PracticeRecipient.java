package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The contact at the practice; at each practice of a case that has several, each known by its code. */
@Component
class PracticeRecipient implements RecipientSource {

    private final CasePractices practices;

    PracticeRecipient(CasePractices practices) {
        this.practices = practices;
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
        return practices.of(reference).stream()
                .map(practice -> Recipient.of(
                        practice.code().value(),
                        practice.contact().contactName(),
                        practice.contact().contactEmail()))
                .toList();
    }
}
