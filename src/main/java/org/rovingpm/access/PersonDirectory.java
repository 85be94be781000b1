package org.rovingpm.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The names of the people behind user ids. */
public interface PersonDirectory {

    /**
     * One query for all of them.
     *
     * @return full names by user id, with "Roving PM" for "system" and "The practice" for "practice"; an id that is nobody's
     *     (any more) is left out
     */
    Map<String, String> namesOf(Collection<String> users);

    /** What these people are called, and were on earlier days: for the record. Knows those whose account has been deleted, too. */
    Names namesThen(Collection<String> users);

    /** @return the full name, or the id itself where it is nobody's (any more) */
    default String nameOf(String user) {
        return namesOf(List.of(user)).getOrDefault(user, user);
    }
}
