package org.rovingpm.roster;

/**
 * Something about a PM has changed that may make them suitable where they were not.
 *
 * @param pm their user id
 */
public record RosterChanged(String pm) {}
