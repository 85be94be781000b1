package org.rovingpm.roster.process;

/** The contract of roster-change.bpmn. */
public final class RosterChangeProcess {

    public static final String KEY = "roster-change";
    public static final String FORM = "change-roster";

    public static final String STARTED = "startEvent_rosterChanged";
    public static final String ENDED = "endEvent_rosterUpToDate";

    /** The signal that restarts searches which wait for a PM. */
    public static final String SIGNAL = "rosterChanged";

    private RosterChangeProcess() {}
}
