package org.rovingpm.casepage.web;

import java.util.stream.Stream;
import org.rovingpm.access.Names;
import org.rovingpm.access.PersonDirectory;
import org.springframework.stereotype.Component;

/** The names of the people of a case, as they were on the days of its record. */
@Component
class CaseNames {

    private final PersonDirectory people;

    CaseNames(PersonDirectory people) {
        this.people = people;
    }

    @SafeVarargs
    final Names of(Stream<String>... users) {
        return people.namesThen(
                Stream.of(users).flatMap(each -> each).distinct().toList());
    }
}
