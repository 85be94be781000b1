package org.rovingpm.access.web;

import java.util.List;
import org.rovingpm.access.web.PlacesOfStaff.Place;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same pages for the top of Tasklist and Cockpit. */
@RestController
class PlacesApi {

    private final PlacesOfStaff places;

    PlacesApi(PlacesOfStaff places) {
        this.places = places;
    }

    @GetMapping("/api/places")
    List<Place> all(Authentication person) {
        return places.places(person);
    }
}
