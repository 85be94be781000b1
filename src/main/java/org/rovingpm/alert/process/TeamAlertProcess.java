package org.rovingpm.alert.process;

import org.rovingpm.alert.AlertTeam;

/** The contract of team-alert.bpmn, and of the steps "Alert team" of other processes. */
public final class TeamAlertProcess {

    public static final String KEY = AlertTeam.PROCESS;

    public static final String POST_ALERT = "serviceTask_postAlert";

    /** The JSON to post, and the key by which it is posted once. */
    public static final String ALERT_BODY = AlertTeam.BODY;

    public static final String ALERT_KEY = AlertTeam.KEY;

    /** What happened: the input of a step "Alert team". */
    public static final String ALERT = "alert";

    private TeamAlertProcess() {}
}
