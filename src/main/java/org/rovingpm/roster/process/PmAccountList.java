package org.rovingpm.roster.process;

import java.util.Comparator;
import java.util.List;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those who can be on the roster, by name: whoever is must be able to sign in and answer an offer. */
@Component
class PmAccountList extends ChoiceList<PmAccount> {

    /** @param staff asked for late: the engine, which knows people, fills in lists itself */
    PmAccountList(ObjectProvider<StaffDirectory> staff) {
        super("pmAccountOptions", PmAccount.class, () -> people(staff.getObject()));
    }

    private static List<PmAccount> people(StaffDirectory staff) {
        return staff.of(Role.ROVING_PM).stream()
                .map(PmAccount::new)
                .sorted(Comparator.comparing(Choice::label).thenComparing(Choice::code))
                .toList();
    }
}
