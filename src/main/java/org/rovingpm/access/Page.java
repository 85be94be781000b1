package org.rovingpm.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page, or all that lies below an address, and who may read and write there. Begins as nobody's: what is not said is denied.
 * Of two pages that share an address the one with the more exact address counts, and it alone.
 *
 * @param door     how people and programs come in
 * @param patterns the addresses, as Spring's path patterns
 * @param readers  who may look (GET, HEAD, OPTIONS)
 * @param writers  who may change something (POST, PUT, PATCH, DELETE)
 * @param label    what the menu calls it; null where it is not in the menu
 * @param position the place in the menu, counted from the front
 */
public record Page(Door door, List<String> patterns, Audience readers, Audience writers, String label, int position) {

    private static final String ALL_BELOW = "/**";

    public Page {
        patterns = List.copyOf(patterns);
    }

    /** Exactly these addresses. */
    public static Page at(String... patterns) {
        return new Page(Door.SIGN_IN, List.of(patterns), Audience.nobody(), Audience.nobody(), null, 0);
    }

    /** These addresses and all below them. */
    public static Page under(String... paths) {
        return at(Arrays.stream(paths).map(path -> path + ALL_BELOW).toArray(String[]::new));
    }

    public Page readBy(Audience audience) {
        return new Page(door, patterns, audience, writers, label, position);
    }

    public Page readBy(Role... roles) {
        return readBy(Audience.roles(roles));
    }

    public Page writtenBy(Audience audience) {
        return new Page(door, patterns, readers, audience, label, position);
    }

    public Page writtenBy(Role... roles) {
        return writtenBy(Audience.roles(roles));
    }

    /** Read and written. */
    public Page usedBy(Audience audience) {
        return readBy(audience).writtenBy(audience);
    }

    /** Read and written. */
    public Page usedBy(Role... roles) {
        return usedBy(Audience.roles(roles));
    }

    public Page through(Door other) {
        return new Page(other, patterns, readers, writers, label, position);
    }

    /** Shows the first of its addresses in the menu of those who may read it. */
    public Page inMenu(int at, String name) {
        return new Page(door, patterns, readers, writers, name, at);
    }

    /** Empty where it is not in the menu. */
    public Optional<MenuItem> menuItem() {
        return Optional.ofNullable(label).map(shown -> {
            String first = patterns.get(0);
            return new MenuItem(
                    first.endsWith(ALL_BELOW) ? first.substring(0, first.length() - ALL_BELOW.length()) : first, shown);
        });
    }
}
