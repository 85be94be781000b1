package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.practices.InvitedPractice;
import org.rovingpm.supportcase.practices.InvitedPractices;
import org.springframework.stereotype.Component;

/**
 * Whom a practice named at another one in its request, while that one has not said whether it takes part. They are not addressed by
 * the name that a stranger may have typed.
 */
@Component
class InvitedPracticeRecipient implements RecipientSource {

    private static final String SOMEBODY = "colleague";

    private final InvitedPractices invited;

    InvitedPracticeRecipient(InvitedPractices invited) {
        this.invited = invited;
    }

    @Override
    public String name() {
        return "invited-practice";
    }

    @Override
    public String label() {
        return "a practice that is asked whether it takes part";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return invited.of(reference).stream()
                .filter(InvitedPractice::waits)
                .map(one ->
                        Recipient.of(one.code().value(), SOMEBODY, one.contact().contactEmail()))
                .toList();
    }
}
