package org.rovingpm.watchlist;

/** How somebody spoke with a practice. */
public enum ContactWay {
    TELEPHONE("By telephone"),
    VISIT("A visit"),
    MEETING("At a meeting"),
    EMAIL("By e-mail"),
    OTHER("Another way");

    private final String label;

    ContactWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
