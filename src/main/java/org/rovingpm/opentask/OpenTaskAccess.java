package org.rovingpm.opentask;

import java.util.List;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** Whoever works in Tasklist sees how many tasks their lists have. */
@Component
class OpenTaskAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.at("/api/task-lists").readBy(Audience.able(Ability.TASKLIST)));
    }
}
