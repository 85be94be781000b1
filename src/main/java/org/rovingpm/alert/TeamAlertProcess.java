package org.rovingpm.alert;

import org.rovingpm.contract.ProcessContract;

/** The contract of team-alert.bpmn, and of the steps "Alert team" of other processes. */
@ProcessContract(value = TeamAlertProcess.KEY, kind = ProcessContract.Kind.TECHNICAL)
public final class TeamAlertProcess {

    public static final String KEY = "team-alert";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String POST_ALERT = "serviceTask_postAlert";

        private Elements() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** The JSON to post. */
        public static final String ALERT_BODY = "alertBody";

        /** The key by which it is posted once. */
        public static final String ALERT_KEY = "alertKey";

        /** What happened, in a sentence: the input of a step "Alert team". */
        public static final String ALERT = "alert";

        private Variables() {}
    }

    private TeamAlertProcess() {}
}
