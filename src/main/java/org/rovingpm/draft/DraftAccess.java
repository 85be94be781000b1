package org.rovingpm.draft;

import static org.rovingpm.access.Audience.signedIn;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** Anybody with an account may ask for a draft of theirs; {@link SaveDraft} decides whether the task is theirs to do. */
@Component
class DraftAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.at("/api/drafts/{task}").usedBy(signedIn()));
    }
}
