package org.rovingpm.casepage.web;

import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.springframework.stereotype.Component;

/** The names of the people of a case, found with one query. */
@Component
class CaseNames {

    private final PersonDirectory people;

    CaseNames(PersonDirectory people) {
        this.people = people;
    }

    /** @return full names by user id */
    @SafeVarargs
    final Map<String, String> of(Stream<String>... users) {
        return people.namesOf(Stream.of(users).flatMap(each -> each).distinct().toList());
    }
}
