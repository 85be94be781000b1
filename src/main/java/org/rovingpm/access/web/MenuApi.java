package org.rovingpm.access.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.MenuItem;
import org.rovingpm.access.Page;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same pages for the top of Tasklist and Cockpit, without those that are unknown to others: there is little room, and their
 * readers reach them from the pages of staff.
 */
@RestController
class MenuApi {

    private final Menu menu;
    private final Set<MenuItem> notHere;

    MenuApi(Menu menu, DeclaredAccess declared) {
        this.menu = menu;
        this.notHere = declared.pages().stream()
                .filter(Page::isUnknownToOthers)
                .flatMap(page -> page.menuItem().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @GetMapping("/api/menu")
    List<MenuItem> all(Authentication person) {
        return menu.items(person).stream()
                .filter(item -> !notHere.contains(item))
                .toList();
    }
}
