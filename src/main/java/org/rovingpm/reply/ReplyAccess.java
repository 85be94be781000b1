package org.rovingpm.reply;

import java.util.List;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.supportcase.Office;
import org.springframework.stereotype.Component;

/** The office reads what practices and PMs write to it. */
@Component
class ReplyAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/replies").usedBy(Audience.roles(Office.ROLES)));
    }
}
