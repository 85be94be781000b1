package org.rovingpm.access.web;

import java.util.List;
import org.rovingpm.access.MenuItem;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same pages for the top of Tasklist and Cockpit. */
@RestController
class MenuApi {

    private final Menu menu;

    MenuApi(Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/api/menu")
    List<MenuItem> all(Authentication person) {
        return menu.items(person);
    }
}
