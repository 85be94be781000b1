package org.rovingpm.practicepage;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Whoever was the contact before another one was confirmed, known by the number of that change. */
@Component
class FormerContact implements RecipientSource {

    private final ContactChanges changes;

    FormerContact(ContactChanges changes) {
        this.changes = changes;
    }

    @Override
    public String name() {
        return "former-contact";
    }

    @Override
    public String label() {
        return "the former contact";
    }

    /** Nobody by the case alone. */
    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    @Override
    public Recipient findAgain(CaseReference reference, String change, String name) {
        return changes.confirmed(Long.parseLong(change))
                .map(found -> Recipient.of(
                        change, found.before().contactName(), found.before().contactEmail()))
                .orElseGet(() -> Recipient.unreachable(change, name, "The change of the contact was not confirmed."));
    }
}
