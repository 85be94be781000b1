package org.rovingpm.schemestart;

import static org.rovingpm.access.Role.ADMINISTRATOR;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** A service manager starts the scheme; an administrator sees what is missing, because accounts come first. */
@Component
class SchemeStartAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.at("/scheme-start").readBy(SERVICE_MANAGER, ADMINISTRATOR).writtenBy(SERVICE_MANAGER),
                Page.under("/scheme-start/import").usedBy(SERVICE_MANAGER));
    }
}
