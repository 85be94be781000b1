package org.rovingpm.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * The person who is signed in.
 *
 * @param id       the engine's user id
 * @param fullName as it is shown
 */
public record CurrentUser(String id, String fullName) implements Principal, Serializable {

    @Override
    public String getName() {
        return id;
    }
}
