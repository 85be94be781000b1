package org.rovingpm.checkin.process;

import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.engine.FormTask;

/** The contract of weekly-check-in.bpmn: its key, its elements, its variables. Moments are ISO instants. */
public final class WeeklyCheckInProcess {

    public static final String KEY = "weekly-check-in";

    public static final String WEEK_OVER = "intermediateEvent_weekOver";
    public static final String REPORT_THE_WEEK = "userTask_reportTheWeek";
    public static final String REMINDER_DUE = "boundaryEvent_reminderDue";
    public static final String REMIND_PM = "serviceTask_remindPm";
    public static final String CHASE_DUE = "intermediateEvent_chaseDue";
    public static final String CHASE_MISSING_CHECK_IN = "userTask_chaseMissingCheckIn";
    public static final String ESCALATION_DUE = "intermediateEvent_escalationDue";
    public static final String RESOLVE_MISSING_CHECK_IN = "userTask_resolveMissingCheckIn";
    public static final String REVIEW_CHECK_IN = "userTask_reviewCheckIn";

    /** When the week is over; its day names the week. */
    public static final String WEEK_ENDS_AT = "weekEndsAt";

    public static final String REMINDER_AT = "reminderAt";
    public static final String CHASE_AT = "chaseAt";
    public static final String ESCALATE_AT = "escalateAt";
    public static final String REVIEW_NEEDED = "reviewNeeded";
    /** Whether the review has agreed another RAG rating, of which the practice is told. */
    public static final String RAG_CHANGED = "ragChanged";
    /** The outcome: whether support is complete. */
    public static final String SUPPORT_COMPLETE = "supportComplete";

    private WeeklyCheckInProcess() {}

    static LocalDate weekOf(VariableScope scope) {
        return day((String) scope.getVariable(WEEK_ENDS_AT));
    }

    static LocalDate weekOf(FormTask task) {
        return day(task.text(WEEK_ENDS_AT));
    }

    private static LocalDate day(String moment) {
        return LocalDate.ofInstant(Instant.parse(moment), SchemeTime.ZONE);
    }
}
