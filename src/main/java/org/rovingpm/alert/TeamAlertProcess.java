package org.rovingpm.alert;

import org.rovingpm.contract.ProcessContract;

/** The contract of team-alert.bpmn, and of each step of another process that alerts the team. */
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
        /** What is posted, as JSON. */
        public static final String ALERT_BODY = "alertBody";

        /** The key by which it is posted once. */
        public static final String ALERT_KEY = "alertKey";

        /** What has happened, in a sentence: the input of a step that alerts the team. */
        public static final String ALERT = "alert";

        private Variables() {}
    }

    private TeamAlertProcess() {}
}
