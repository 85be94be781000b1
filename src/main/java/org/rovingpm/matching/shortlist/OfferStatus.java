package org.rovingpm.matching.shortlist;

/** What became of an offer. */
public enum OfferStatus {
    OPEN("No answer yet"),
    ACCEPTED("Accepted"),
    DECLINED("Declined"),
    INTEREST_DECLARED("Declared an interest"),
    /** Silence past the deadline. */
    EXPIRED("Gave no answer in time"),
    /** Taken back, because the case came to its end. */
    WITHDRAWN("Withdrawn");

    private final String label;

    OfferStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
