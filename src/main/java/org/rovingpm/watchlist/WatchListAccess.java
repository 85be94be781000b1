package org.rovingpm.watchlist;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/** The liaison team and service managers watch; for everybody else there is no such page. */
@Component
class WatchListAccess implements ModuleAccess {

    static final Set<Role> WATCHERS = Set.of(Role.LIAISON, Role.SERVICE_MANAGER);

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/watch-list")
                .usedBy(Audience.roles(WATCHERS))
                .unknownToOthers()
                .inMenu(22, "Watch list"));
    }
}
