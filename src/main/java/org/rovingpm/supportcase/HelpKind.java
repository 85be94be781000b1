package org.rovingpm.supportcase;

/** The kinds of help that practices request and PMs can give. */
public enum HelpKind {
    STAFFING_SHORTAGE("Staffing shortage"),
    PM_ABSENCE("Cover for an absent or sick PM"),
    HANDOVER("Handover between PMs"),
    FINANCES("Finances"),
    CQC("Poor CQC rating or an inspection ahead"),
    MERGER("Merger"),
    IT_AND_REPORTS("IT queries and reports"),
    PROJECT("A project");

    private final String label;

    HelpKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
