package org.rovingpm.caselist.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same box for the headers of Tasklist and Cockpit. */
@RestController
class CaseBoxApi {

    /** @return the name of the list and where it is; nothing for whoever has none */
    @GetMapping("/api/case-box")
    ResponseEntity<Map<String, String>> box(Authentication person) {
        return CaseListPages.reader(person)
                .listName()
                .map(name -> ResponseEntity.ok(Map.of("name", name, "path", CaseAddress.PAGE)))
                .orElse(ResponseEntity.noContent().build());
    }
}
