package org.rovingpm.modelcheck.flow;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The variables that are set wherever a case can be; everything, where no case can come. */
record Knowledge(boolean everything, Set<String> names) {

    static final Knowledge UNREACHED = new Knowledge(true, Set.of());

    static Knowledge of(Set<String> names) {
        return new Knowledge(false, Set.copyOf(names));
    }

    boolean has(String name) {
        return everything || names.contains(name);
    }

    Knowledge with(Set<String> more) {
        if (everything || names.containsAll(more)) {
            return this;
        }
        Set<String> both = new HashSet<>(names);
        both.addAll(more);
        return of(both);
    }

    Knowledge without(Set<String> gone) {
        if (everything || gone.stream().noneMatch(names::contains)) {
            return this;
        }
        Set<String> rest = new HashSet<>(names);
        rest.removeAll(gone);
        return of(rest);
    }

    /** What is known on both ways. */
    Knowledge and(Knowledge other) {
        if (everything) {
            return other;
        }
        if (other.everything) {
            return this;
        }
        Set<String> both = new HashSet<>(names);
        both.retainAll(other.names);
        return of(both);
    }

    /** What is known where both ways have come together. */
    Knowledge or(Knowledge other) {
        return everything ? other : other.everything ? this : with(other.names);
    }

    static Knowledge onAllOf(Stream<Knowledge> ways) {
        return ways.reduce(UNREACHED, Knowledge::and);
    }
}
