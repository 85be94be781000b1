package org.rovingpm.modelchange.difference;

/**
 * One difference between two versions of a file.
 *
 * @param kind     what happened to it
 * @param element  id of the element, field or row
 * @param sentence the change in words
 */
public record Difference(Kind kind, String element, String sentence) {

    /** What happened to an element. */
    public enum Kind {
        ADDED("Added"),
        REMOVED("Removed"),
        CHANGED("Changed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Difference added(String element, String sentence) {
        return new Difference(Kind.ADDED, element, sentence);
    }

    static Difference removed(String element, String sentence) {
        return new Difference(Kind.REMOVED, element, sentence);
    }

    static Difference changed(String element, String sentence) {
        return new Difference(Kind.CHANGED, element, sentence);
    }
}
