package org.rovingpm.practice.register;

import java.util.List;

/**
 * An organisation as the register's API describes it, in its own words and not yet checked. Whatever it leaves out is null, or an
 * empty list.
 *
 * @param opened  first day of being operational: 1974-04-01
 * @param closed  last such day
 * @param changed when the register last changed the entry
 */
public record RegisterEntry(
        String code,
        String name,
        List<String> address,
        String postcode,
        String country,
        String telephone,
        boolean active,
        List<Role> roles,
        List<Relation> relations,
        String opened,
        String closed,
        String changed) {

    /** What it is: RO177 a prescribing cost centre, RO76 a GP practice, with or without the letters in front. */
    public record Role(String id, boolean active) {}

    /**
     * Which organisation it belongs to: RE4 commissioned by, RE5 in the area of.
     *
     * @param end its last day; null for none
     */
    public record Relation(String kind, String target, String targetRole, boolean active, String end) {}
}
