package org.rovingpm.web;

import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout shows on every page. */
@ControllerAdvice
class EveryPage {

    private final ContactSettings contact;
    private final Clock clock;

    EveryPage(ContactSettings contact, Clock clock) {
        this.contact = contact;
        this.clock = clock;
    }

    /** Whether somebody of the staff is signed in; the pages that are open to all keep no session and do not know. */
    @ModelAttribute("currentUser")
    boolean currentUser(Principal person) {
        return person != null;
    }

    /** The zone of the times that pages show. */
    @ModelAttribute("zone")
    ZoneId zone() {
        return clock.getZone();
    }

    @ModelAttribute("contact")
    ContactSettings contact() {
        return contact;
    }
}
