package org.rovingpm.matching.shortlist;

/**
 * An eligibility rule that a PM does not meet.
 *
 * @param name such as DBS_CHECK
 * @param why  in a sentence without a full stop
 */
public record UnmetRule(String name, String why) {}
