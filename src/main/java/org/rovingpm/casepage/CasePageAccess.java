package org.rovingpm.casepage;

import static org.rovingpm.access.Audience.signedIn;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** Anybody with an account may ask for a case; {@link CaseAccess} decides whether they see it. */
@Component
class CasePageAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/cases").usedBy(signedIn()),
                Page.at("/api/cases/case-panel", "/api/cases/next-step").readBy(signedIn()),
                Page.under("/uploads").writtenBy(signedIn()));
    }
}
