package org.rovingpm.access;

import java.util.Set;
import java.util.function.Predicate;

/** Who may open a page. Whether they may see a particular case or task there is for the page to decide. */
@FunctionalInterface
public interface Audience {

    boolean admits(Visitor visitor);

    /** Anybody, signed in or not. */
    static Audience everyone() {
        return visitor -> true;
    }

    /** Anybody with an account, whatever their roles: for pages that decide case by case, and for the engine, which checks rights itself. */
    static Audience signedIn() {
        return Visitor::signedIn;
    }

    /** Nobody: for what a library brings and must stay closed. */
    static Audience nobody() {
        return Nobody.NOBODY;
    }

    /** The one that admits nobody, so that it can be told from others. */
    enum Nobody implements Audience {
        NOBODY;

        @Override
        public boolean admits(Visitor visitor) {
            return false;
        }
    }

    static Audience roles(Role... roles) {
        return roles(Set.of(roles));
    }

    static Audience roles(Set<Role> roles) {
        return visitor ->
                visitor.signedIn() && Role.ofGroups(visitor.groups()).stream().anyMatch(roles::contains);
    }

    /** Those whose groups give them one of these abilities. */
    static Audience able(Ability... abilities) {
        return visitor -> visitor.signedIn()
                && Role.abilitiesOf(visitor.groups()).stream().anyMatch(Set.of(abilities)::contains);
    }

    /** Programs that present the right key. */
    static Audience holders(Predicate<String> rightKey) {
        return visitor -> visitor.key() != null && rightKey.test(visitor.key());
    }
}
