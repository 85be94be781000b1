package org.rovingpm.practicepage;

import static org.rovingpm.access.Audience.everyone;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** A practice needs no account for its page; another contact counts once the office has confirmed it. */
@Component
class PracticePageAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under(PageLinks.PATH).through(Door.NO_ACCOUNT).usedBy(everyone()),
                Page.under("/contact-changes").usedBy(COORDINATOR, SERVICE_MANAGER));
    }
}
