package org.rovingpm.funding;

import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COMMISSIONER;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/** Who may change a fund, and who sees the money of all; which cases it was for is seen by the office alone. */
@Component
public class FundingAccess implements ModuleAccess {

    /** Who sees what each fund has. */
    public static final Set<Role> SEE_FUNDS = Set.of(SERVICE_MANAGER, BUDGET_HOLDER, COMMISSIONER);

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/funds").readBy(Audience.roles(SEE_FUNDS)).inMenu(26, "Funds"));
    }

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(FundChangeProcess.KEY).startedBy(SERVICE_MANAGER, BUDGET_HOLDER));
    }
}
