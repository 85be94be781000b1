package org.rovingpm.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What people are called, and what they were called before: a record shows the name of its day. */
public final class Names {

    private final Map<String, String> now;
    private final Map<String, List<Since>> before;

    /** A name that somebody has had since then. */
    public record Since(Instant at, String name) {}

    /**
     * @param now    the names of those who have an account
     * @param before every name that somebody has had, the first one first; may leave people out
     */
    public Names(Map<String, String> now, Map<String, List<Since>> before) {
        this.now = Map.copyOf(now);
        this.before = Map.copyOf(before);
    }

    /** What the person is called, or was when their account was deleted; the id itself where nothing is known. */
    public String of(String user) {
        return now.containsKey(user) ? now.get(user) : on(user, Instant.MAX);
    }

    /**
     * What the person was called at that moment.
     *
     * @param user anything that may be a user id; null stays null, and what is nobody's id is itself
     */
    public String on(String user, Instant at) {
        List<Since> names = user == null ? List.of() : before.getOrDefault(user, List.of());
        if (names.isEmpty()) {
            return user == null ? null : now.getOrDefault(user, user);
        }
        return names.stream()
                .filter(one -> !one.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(names.get(0))
                .name();
    }
}
