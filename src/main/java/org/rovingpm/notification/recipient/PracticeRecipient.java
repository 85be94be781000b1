package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Whoever speaks for the practice: at each of a case that has several, each known by the code of theirs. */
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
