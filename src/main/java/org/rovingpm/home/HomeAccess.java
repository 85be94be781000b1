package org.rovingpm.home;

import static org.rovingpm.access.Audience.everyone;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/** Everybody has a first page: whoever is not signed in reads there what the scheme offers. */
@Component
class HomeAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.at("/").readBy(everyone()).inMenu(5, "Home"),
                Page.at("/happened").readBy(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.ROVING_PM));
    }
}
