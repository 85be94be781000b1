package org.rovingpm.caselist;

import static org.rovingpm.access.Audience.signedIn;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/**
 * The office lists all cases, PMs their own. Nobody else may see a case, so nobody else has a list of them; the liaison team sees how
 * far the practices have come that it referred.
 */
@Component
class CaseListAccess implements ModuleAccess {

    /** Whoever has the list, and so may share a view of it with the others of the role. */
    static final Set<Role> READERS = Set.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.ROVING_PM);

    private static final Audience MAY_LIST = Audience.roles(READERS);

    @Override
    public List<Page> pages() {
        return List.of(
                Page.at("/cases", "/cases.csv", "/cases.xlsx").readBy(MAY_LIST),
                Page.under("/case-views").usedBy(MAY_LIST),
                Page.at("/referrals").readBy(Role.LIAISON).inMenu(21, "My referrals"),
                Page.at("/api/case-box").readBy(signedIn()));
    }
}
