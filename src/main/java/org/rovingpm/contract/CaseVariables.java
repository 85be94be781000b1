package org.rovingpm.contract;

/** The variables that all processes of a case share. The engine's deadlines, task lists and forms read them, whatever the process. */
public final class CaseVariables {

    /** The case's reference, such as RPM-2026-0042: a String, and the business key of each of its processes. */
    @LastValueOnly
    public static final String CASE_REFERENCE = "caseReference";

    /** Its RAG rating: RED, AMBER or GREEN; not set until one is agreed. */
    public static final String RAG = "rag";

    /** The user id of the PM it is offered to, or who supports it: a String. */
    public static final String ROVING_PM = "rovingPm";

    private CaseVariables() {}
}
