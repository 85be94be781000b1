package org.rovingpm.submission;

/**
 * One thing that is wrong with what was submitted.
 *
 * @param field    key of the field it belongs to; empty if it concerns the whole submission
 * @param sentence what is wrong and what to do, in plain words, for the person who submitted it
 */
public record Problem(String field, String sentence) {

    private static final int LONGEST_NAME = 40;

    /** Something was submitted under a name that nothing is asked by; the name is shown only as far as it is harmless. */
    public static Problem noSuchField(String path, String name) {
        return new Problem(
                path + harmless(name), "There is no field “%s” here: leave it out.".formatted(harmless(name)));
    }

    private static String harmless(String name) {
        String printable = name.replaceAll("[^\\p{L}\\p{N} _.\\-]", "?");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME) + "…";
    }

    public static Problem general(String sentence) {
        return new Problem("", sentence);
    }
}
