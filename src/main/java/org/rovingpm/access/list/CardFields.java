package org.rovingpm.access.list;

/** What the cards of task lists show of a case beside the variables of its process. */
public final class CardFields {

    /**
     * The names of the case's practices. Lists call it as they always have; it is no variable, and each reader is told it only of
     * tasks that they may do.
     */
    public static final String PRACTICE = "practiceName";

    private CardFields() {}
}
