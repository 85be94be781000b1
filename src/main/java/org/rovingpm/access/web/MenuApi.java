package org.rovingpm.access.web;

import java.util.List;
import org.rovingpm.access.web.Menu.Place;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same pages for the top of Tasklist and Cockpit. */
@RestController
class MenuApi {

    private final Menu places;

    MenuApi(Menu places) {
        this.places = places;
    }

    @GetMapping("/api/menu")
    List<Place> all(Authentication person) {
        return places.places(person);
    }
}
