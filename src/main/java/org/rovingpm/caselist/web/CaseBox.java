package org.rovingpm.caselist.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The box in every header that leads to the list of cases, for those who have one. */
@ControllerAdvice
class CaseBox {

    /** What the list is called for the person; null for whoever has none. */
    @ModelAttribute("caseBox")
    String listName(Authentication person) {
        return person == null ? null : CaseListPages.reader(person).listName().orElse(null);
    }

    /** The same for the headers of Tasklist and Cockpit. */
    @RestController
    static class Api {

        /** @return the name of the list and where it is; nothing for whoever has none */
        @GetMapping("/api/case-box")
        ResponseEntity<Map<String, String>> box(Authentication person) {
            return CaseListPages.reader(person)
                    .listName()
                    .map(name -> ResponseEntity.ok(Map.of("name", name, "path", CaseAddress.PAGE)))
                    .orElse(ResponseEntity.noContent().build());
        }
    }
}
