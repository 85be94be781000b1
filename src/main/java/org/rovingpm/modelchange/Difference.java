package org.rovingpm.modelchange;

/**
 * One thing that is different between two versions of a file.
 *
 * @param kind     what has become of it
 * @param element  id of the element of the model, of the form's field or of the decision's row
 * @param sentence what has changed, in words
 */
public record Difference(Kind kind, String element, String sentence) {

    /** What has become of an element. */
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
