package org.rovingpm.web;

import java.security.Principal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout shows on every page. */
@ControllerAdvice
class EveryPage {

    private final ContactSettings contact;

    EveryPage(ContactSettings contact) {
        this.contact = contact;
    }

    /** Whether somebody of the staff is signed in; the pages that are open to all keep no session and do not know. */
    @ModelAttribute("signedIn")
    boolean signedIn(Principal person) {
        return person != null;
    }

    @ModelAttribute("contact")
    ContactSettings contact() {
        return contact;
    }
}
