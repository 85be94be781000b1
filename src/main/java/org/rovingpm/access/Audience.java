package org.rovingpm.access;

import java.util.Set;
import java.util.function.Predicate;

/** Who may open a page, before the page itself asks which case or task it is about. */
@FunctionalInterface
public interface Audience {

    boolean admits(Visitor visitor);

    /** Signed in or not. */
    static Audience everyone() {
        return visitor -> true;
    }

    /** Every account, whatever its roles: for pages that decide by the case or task, and for the engine, which checks rights itself. */
    static Audience signedIn() {
        return Visitor::signedIn;
    }

    /** For what is there and is never to be opened. */
    static Audience nobody() {
        return visitor -> false;
    }

    static Audience roles(Role... roles) {
        return roles(Set.of(roles));
    }

    static Audience roles(Set<Role> roles) {
        return visitor ->
                visitor.signedIn() && Role.ofGroups(visitor.groups()).stream().anyMatch(roles::contains);
    }

    /** Programs that bring a key of ours. */
    static Audience holders(Predicate<String> rightKey) {
        return visitor -> visitor.key() != null && rightKey.test(visitor.key());
    }
}
