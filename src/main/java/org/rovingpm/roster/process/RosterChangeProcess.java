package org.rovingpm.roster.process;

/** What the process roster-change and the code agree on. */
public final class RosterChangeProcess {

    public static final String KEY = "roster-change";
    public static final String FORM = "change-roster";

    public static final String STARTED = "startEvent_rosterChanged";
    public static final String ENDED = "endEvent_rosterUpToDate";

    /** The signal on which searches that wait for a PM begin again. */
    public static final String SIGNAL = "rosterChanged";

    private RosterChangeProcess() {}
}
