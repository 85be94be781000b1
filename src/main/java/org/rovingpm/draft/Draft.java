package org.rovingpm.draft;

import java.time.Instant;

/**
 * What somebody has typed into the form of a task and not sent yet.
 *
 * @param revision how often it has been saved
 * @param answers  a JSON object, by the names of fields; never checked, since people may stop in the middle of a word
 */
public record Draft(long revision, String answers, Instant savedAt) {}
