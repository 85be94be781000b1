package org.rovingpm.casechange;

import java.util.List;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Somebody whose work in a case was taken back because it was hidden from them. */
@Component
class FormerWorker implements RecipientSource {

    private final StaffDirectory staff;

    FormerWorker(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public String name() {
        return "former-worker";
    }

    @Override
    public String label() {
        return "whoever worked on the case until it was hidden from them";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    @Override
    public Recipient findAgain(CaseReference reference, String person, String name) {
        return staff.find(person)
                .map(found -> Recipient.of(found.id(), found.name(), found.email()))
                .orElseGet(() -> Recipient.unreachable(person, name, "Their account has been deleted."));
    }
}
