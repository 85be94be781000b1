package org.rovingpm.roster;

import org.rovingpm.contract.ProcessContract;

/** The contract of roster-change.bpmn. */
@ProcessContract(value = RosterChangeProcess.KEY, kind = ProcessContract.Kind.STAFF)
public final class RosterChangeProcess {

    public static final String KEY = "roster-change";

    /** Names of the signals that are sent when it has ended. */
    public static final class Signals {
        /** Restarts the searches that wait for a PM. Also sent when a PM has time again. */
        public static final String ROSTER_CHANGED = "rosterChanged";

        private Signals() {}
    }

    private RosterChangeProcess() {}
}
