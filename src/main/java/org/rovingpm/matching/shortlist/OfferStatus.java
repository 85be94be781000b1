package org.rovingpm.matching.shortlist;

/** What became of an offer. */
public enum OfferStatus {
    OPEN("No answer yet"),
    ACCEPTED("Accepted"),
    DECLINED("Declined"),
    INTEREST_DECLARED("Declared an interest"),
    /** No answer by the deadline. */
    EXPIRED("Gave no answer in time"),
    /** Withdrawn because the case has ended. */
    WITHDRAWN("Withdrawn");

    private final String label;

    OfferStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
