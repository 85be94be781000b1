package org.rovingpm.watchlist;

/** Whether help has been offered to a watched practice, and what it said. */
public enum HelpOffer {
    NONE("Not offered"),
    OFFERED("Offered, no answer yet"),
    DECLINED("Declined"),
    WANTED("Wanted");

    private final String label;

    HelpOffer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
