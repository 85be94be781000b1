package org.rovingpm.submission;

/**
 * One thing that is wrong with what was submitted.
 *
 * @param field    key of the field it belongs to; empty where it concerns the whole submission
 * @param sentence what is wrong and what to do, in plain words, for the person who submitted it
 */
public record Problem(String field, String sentence) {

    public static Problem general(String sentence) {
        return new Problem("", sentence);
    }
}
