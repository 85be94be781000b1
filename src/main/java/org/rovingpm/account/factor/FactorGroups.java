package org.rovingpm.account.factor;

import java.util.List;

/** The groups of the accounts, and how many of their members have a second factor. */
public interface FactorGroups {

    /**
     * A group.
     *
     * @param name       null if it has none
     * @param members    how many it has
     * @param withFactor how many of them have a second factor
     */
    record Group(String id, String name, int members, int withFactor) {}

    /** Every group, by its id. */
    List<Group> all();
}
