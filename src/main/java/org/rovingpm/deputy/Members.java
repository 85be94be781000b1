package org.rovingpm.deputy;

import org.rovingpm.access.Role;

/** The members of the roles, as the engine has them. */
public interface Members {

    boolean include(String person, Role role);

    void add(String person, Role role);

    /** Does nothing where they are no member any more. */
    void remove(String person, Role role);
}
