package org.rovingpm.demo.web;

import java.util.List;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In the demonstration anybody may read the messages. Elsewhere there is no such page. */
@Component
@Profile("demo")
class DemoMailboxAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/demo/mailbox").usedBy(Audience.everyone()));
    }
}
