package org.rovingpm.deputy;

import java.util.EnumSet;
import java.util.List;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/** Whoever works on cases in the office, and whoever keeps processes and accounts, appoints the deputies of their own role. */
@Component
class DeputyAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/deputies")
                .usedBy(Audience.roles(EnumSet.complementOf(EnumSet.of(Role.ROVING_PM, Role.COMMISSIONER)))));
    }
}
