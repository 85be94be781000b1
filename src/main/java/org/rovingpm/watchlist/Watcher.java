package org.rovingpm.watchlist;

import java.util.Collection;
import java.util.Optional;
import org.rovingpm.access.Role;

/** Somebody who may read the watch list. Nothing of it can be asked for without one. */
public final class Watcher {

    private final String person;

    private Watcher(String person) {
        this.person = person;
    }

    /**
     * @param person user id
     * @param groups of their account
     * @return empty for whoever is neither of the liaison team nor a service manager
     */
    public static Optional<Watcher> of(String person, Collection<String> groups) {
        return Role.ofGroups(groups).stream().anyMatch(WatchListAccess.WATCHERS::contains)
                ? Optional.of(new Watcher(person))
                : Optional.empty();
    }

    /** Whoever has begun a referral from the list could read it then, and ends the watch by sending it. */
    static Watcher whoBegan(String person) {
        return new Watcher(person);
    }

    /** @return their user id */
    public String person() {
        return person;
    }
}
