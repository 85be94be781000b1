package org.rovingpm.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page, or everything below an address, and who may read and write there. A new one is closed to everybody until it says
 * otherwise. Where two pages match a request, only the one with the more specific address counts.
 *
 * @param door     how people and programs reach it
 * @param patterns the addresses, as Spring's path patterns
 * @param readers  who may open it (GET, HEAD, OPTIONS)
 * @param writers  who may submit something (POST, PUT, PATCH, DELETE)
 * @param isUnknownToOthers whether whoever may not open it is told that it does not exist
 * @param label    what the menu calls it; null if it is not in the menu
 * @param position where the menu shows it: lower numbers come first
 */
public record Page(
        Door door,
        List<String> patterns,
        Audience readers,
        Audience writers,
        boolean isUnknownToOthers,
        String label,
        int position) {

    private static final String ALL_BELOW = "/**";

    public Page {
        patterns = List.copyOf(patterns);
    }

    /** These addresses and nothing below them. */
    public static Page at(String... patterns) {
        return new Page(Door.SIGN_IN, List.of(patterns), Audience.nobody(), Audience.nobody(), false, null, 0);
    }

    /** These addresses and everything below them. */
    public static Page under(String... paths) {
        return at(Arrays.stream(paths).map(path -> path + ALL_BELOW).toArray(String[]::new));
    }

    public Page readBy(Audience audience) {
        return new Page(door, patterns, audience, writers, isUnknownToOthers, label, position);
    }

    public Page readBy(Role... roles) {
        return readBy(Audience.roles(roles));
    }

    public Page writtenBy(Audience audience) {
        return new Page(door, patterns, readers, audience, isUnknownToOthers, label, position);
    }

    public Page writtenBy(Role... roles) {
        return writtenBy(Audience.roles(roles));
    }

    /** Lets them both read and write. */
    public Page usedBy(Audience audience) {
        return readBy(audience).writtenBy(audience);
    }

    /** Lets them both read and write. */
    public Page usedBy(Role... roles) {
        return usedBy(Audience.roles(roles));
    }

    /** Tells whoever may neither read nor write there that there is no such page. */
    public Page unknownToOthers() {
        return new Page(door, patterns, readers, writers, true, label, position);
    }

    public Page through(Door other) {
        return new Page(other, patterns, readers, writers, isUnknownToOthers, label, position);
    }

    /** Closes it to everybody where what it belongs to is not set up. */
    public Page where(boolean setUp) {
        return setUp ? this : usedBy(Audience.nobody());
    }

    /** Whether nobody at all may use it: whoever asks is told that it does not exist. */
    public boolean isClosed() {
        return readers == Audience.nobody() && writers == Audience.nobody();
    }

    /** Adds a link to its first address to the menu of everybody who may read it. */
    public Page inMenu(int at, String name) {
        return new Page(door, patterns, readers, writers, isUnknownToOthers, name, at);
    }

    /** Empty if the menu does not show it. */
    public Optional<MenuItem> menuItem() {
        return Optional.ofNullable(label).map(shown -> {
            String first = patterns.get(0);
            return new MenuItem(
                    first.endsWith(ALL_BELOW) ? first.substring(0, first.length() - ALL_BELOW.length()) : first, shown);
        });
    }
}
