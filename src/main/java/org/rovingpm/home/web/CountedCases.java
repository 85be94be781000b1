package org.rovingpm.home.web;

/**
 * A list of cases with how many are in it.
 *
 * @param address where the list is
 * @param count   at most one more than the list shows
 * @param more    whether there are more than the list shows
 */
record CountedCases(String label, String address, int count, boolean more) {}
