package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** A person with an account. */
@Component
class PersonRecipient implements RecipientSource {

    private final StaffDirectory staff;
    private final HiddenCases hiddenCases;

    PersonRecipient(StaffDirectory staff, HiddenCases hiddenCases) {
        this.staff = staff;
        this.hiddenCases = hiddenCases;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public String label() {
        return "somebody with an account";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    /** @param reference null if the message is about no case */
    @Override
    public Recipient findAgain(CaseReference reference, String person, String name) {
        if (reference != null && hiddenCases.hides(reference, person)) {
            return Recipient.ofHiddenCase(person, name);
        }
        return staff.find(person)
                .map(found -> Recipient.of(found.id(), found.name(), found.email()))
                .orElseGet(() -> Recipient.unreachable(person, name, "Their account has been deleted."));
    }
}
