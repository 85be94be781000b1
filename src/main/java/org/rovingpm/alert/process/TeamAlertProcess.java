package org.rovingpm.alert.process;

import org.rovingpm.alert.AlertTeam;

/** The contract of team-alert.bpmn, and of each step of another process that alerts the team. */
public final class TeamAlertProcess {

    public static final String KEY = AlertTeam.PROCESS;

    public static final String POST_ALERT = "serviceTask_postAlert";

    /** What is posted (JSON), and the key by which it is posted once. */
    public static final String ALERT_BODY = AlertTeam.BODY;

    public static final String ALERT_KEY = AlertTeam.KEY;

    /** What has happened: the input of a step "Alert team". */
    public static final String ALERT = "alert";

    private TeamAlertProcess() {}
}
