package org.rovingpm.casepage.web;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** The names of the people of a case, asked for together. */
@Component
class CaseNames {

    private static final Pattern USER_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");

    private final PersonDirectory people;

    CaseNames(PersonDirectory people) {
        this.people = people;
    }

    /** @return full names by user id */
    @SafeVarargs
    final Map<String, String> of(Stream<String>... users) {
        return people.namesOf(Stream.of(users).flatMap(each -> each).distinct().toList());
    }

    /** The user ids of an entry: whose it is and, where a PM came or went, theirs. */
    static Stream<String> in(Timeline.Entry entry) {
        return Stream.of(entry.who(), entry.oldValue(), entry.newValue())
                .filter(value -> value != null && USER_ID.matcher(value).matches());
    }
}
