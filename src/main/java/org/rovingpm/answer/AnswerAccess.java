package org.rovingpm.answer;

import static org.rovingpm.access.Audience.everyone;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** Practices answer without an account, by the link they were sent. */
@Component
class AnswerAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/answer").through(Door.NO_ACCOUNT).usedBy(everyone()));
    }
}
