package org.rovingpm.access;

import java.util.Set;

/**
 * Whoever asks for a page.
 *
 * @param signedIn whether with an account
 * @param groups   the groups of the account, those that are no role included
 * @param key      what a program brings instead of an account ("Authorization: Bearer ..."); null where it brings none
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
