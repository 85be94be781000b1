package org.rovingpm.supportcase;

/** What is coming at the practice that has a date. */
public enum EventKind {
    INSPECTION("CQC inspection"),
    MERGER("Merger");

    private final String label;

    EventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
