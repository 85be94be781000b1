package org.rovingpm.roster;

/**
 * A PM's entry has changed, so they may now be suitable for more cases.
 *
 * @param pm their user id
 */
public record RosterChanged(String pm) {}
