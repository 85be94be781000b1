package org.rovingpm.access.web;

import java.util.List;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.MenuItem;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The pages that somebody of the staff may open, for the top of each of them. */
@ControllerAdvice
class Menu {

    private final DeclaredAccess declared;

    Menu(DeclaredAccess declared) {
        this.declared = declared;
    }

    /** Empty for whoever is not signed in. */
    @ModelAttribute("menu")
    List<MenuItem> items(Authentication person) {
        return person == null ? List.of() : declared.menuOf(PageRules.visitor(person));
    }
}
