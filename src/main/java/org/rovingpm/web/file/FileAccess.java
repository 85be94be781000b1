package org.rovingpm.web.file;

import static org.rovingpm.access.Audience.everyone;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** They say nothing about anybody, and the sign-in page needs them. */
@Component
class FileAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/" + FileVersion.FOLDER).readBy(everyone()));
    }
}
