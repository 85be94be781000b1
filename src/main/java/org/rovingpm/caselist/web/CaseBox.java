package org.rovingpm.caselist.web;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The box in the header of every page that leads to the list of cases, for those who have one. */
@ControllerAdvice
class CaseBox {

    /** What the list is called for the person; null for whoever has none. */
    @ModelAttribute("caseBox")
    String listName(Authentication person) {
        return person == null ? null : CaseListPages.reader(person).listName().orElse(null);
    }
}
