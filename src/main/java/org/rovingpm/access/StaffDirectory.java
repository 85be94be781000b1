package org.rovingpm.access;

import java.util.List;
import java.util.Optional;

/** The people with accounts, as messages reach them. */
public interface StaffDirectory {

    /**
     * A person with an account.
     *
     * @param email null if none is known
     */
    record Person(String id, String name, String email) {}

    /** @return the members of the role, by their ids */
    List<Person> of(Role role);

    Optional<Person> find(String id);
}
