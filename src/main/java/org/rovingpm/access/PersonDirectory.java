package org.rovingpm.access;

import java.util.Collection;
import java.util.Map;

/** The names of the people behind user ids. */
public interface PersonDirectory {

    /** @return full names by user id; an id that is nobody's (any more) is left out */
    Map<String, String> namesOf(Collection<String> users);
}
