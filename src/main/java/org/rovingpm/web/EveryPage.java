package org.rovingpm.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout shows on every page. */
@ControllerAdvice
class EveryPage {

    private final ContactSettings contact;

    EveryPage(ContactSettings contact) {
        this.contact = contact;
    }

    @ModelAttribute("contact")
    ContactSettings contact() {
        return contact;
    }
}
