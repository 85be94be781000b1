package org.rovingpm.schemestart.sheet;

/**
 * A column of a sheet.
 *
 * @param key     the field that its cells fill in, as the use case behind it names it
 * @param heading what stands above it
 * @param kind    what its cells hold
 * @param needed  when it must be filled in, as a reader of the template understands it; empty where it may be left empty
 * @param hint    what to write there
 */
public record SheetColumn(String key, String heading, Kind kind, String needed, String hint) {

    /** What the cells of a column hold. */
    public enum Kind {
        TEXT("Text"),
        NUMBER("Number"),
        DAY("Date, such as 27/03/2026"),
        YES_NO("Yes or No"),
        ONE_OF("One of the permitted values"),
        SOME_OF("One or several of the permitted values, with semicolons between them");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
