package org.rovingpm.access;

import java.util.Set;

/**
 * Somebody, or a program, that asks for a page.
 *
 * @param signedIn whether with an account
 * @param groups   the groups of the account, including those that are not roles
 * @param key      the key that a program sends ("Authorization: Bearer ..."); null if there is none
 */
public record Visitor(boolean signedIn, Set<String> groups, String key) {

    public Visitor {
        groups = Set.copyOf(groups);
    }

    /** Somebody who is signed in. */
    public static Visitor with(Set<String> groups) {
        return new Visitor(true, groups, null);
    }
}
