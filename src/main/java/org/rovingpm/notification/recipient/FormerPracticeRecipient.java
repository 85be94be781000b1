package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The contact at a practice that has left a case, who is told so and nothing more. */
@Component
public class FormerPracticeRecipient implements RecipientSource {

    public static final String NAME = "former-practice";

    private final CasePractices practices;

    FormerPracticeRecipient(CasePractices practices) {
        this.practices = practices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "the practice that has left the case";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    @Override
    public Recipient findAgain(CaseReference reference, String person, String name) {
        return OdsCode.of(person)
                .flatMap(practice -> practices.formerContact(reference, practice))
                .map(contact -> Recipient.of(person, contact.name(), contact.email()))
                .orElseGet(() -> Recipient.unreachable(person, name, "The practice has never left the case."));
    }
}
