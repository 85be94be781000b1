package org.rovingpm.supportcase.confidential;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The people who work with cases from the beginning, by name. PMs are not among them: there may be thousands, and one is named with
 * the offer.
 */
@Component
class CaseViewers extends ChoiceList<CaseViewer> {

    private static final List<Role> ROLES =
            List.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.LIAISON, Role.BUDGET_HOLDER);

    /** @param staff asked for late: the engine, which knows people, fills in lists itself */
    CaseViewers(ObjectProvider<StaffDirectory> staff) {
        super("caseViewerOptions", CaseViewer.class, () -> people(staff.getObject()));
    }

    private static List<CaseViewer> people(StaffDirectory staff) {
        Stream<StaffDirectory.Person> people = ROLES.stream().flatMap(role -> staff.of(role).stream());
        return people.distinct()
                .map(CaseViewer::new)
                .sorted(Comparator.comparing(Choice::label).thenComparing(Choice::code))
                .toList();
    }
}
