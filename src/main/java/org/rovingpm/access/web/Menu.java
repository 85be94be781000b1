package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.rovingpm.access.CurrentUser;
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

    /** The name of whoever is signed in. */
    @ModelAttribute("signedInAs")
    String signedInAs(Authentication person) {
        return person != null && person.getPrincipal() instanceof CurrentUser user ? user.fullName() : null;
    }

    /** The address of the page, for the item of the menu that leads to it. */
    @ModelAttribute("openPage")
    String openPage(HttpServletRequest request) {
        return request.getServletPath();
    }

    /** Empty for whoever is not signed in. */
    @ModelAttribute("menu")
    List<MenuItem> items(Authentication person) {
        return person == null ? List.of() : declared.menuOf(PageRules.visitor(person));
    }
}
