package org.rovingpm.checkin;

import org.rovingpm.contract.ByCalendar;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.contract.LastValueOnly;
import org.rovingpm.contract.Moment;
import org.rovingpm.contract.ProcessContract;

/**
 * The contract of weekly-check-in.bpmn. Thousands of weeks begin and end on a Friday, so the history stores little of each:
 * the values that a week is given are in the history of its case, and each of its own is set once.
 */
@ProcessContract(value = WeeklyCheckInProcess.KEY, kind = ProcessContract.Kind.CASE)
public final class WeeklyCheckInProcess {

    public static final String KEY = "weekly-check-in";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String REPORT_THE_WEEK = "userTask_reportTheWeek";

        public static final String REMIND_PM = "serviceTask_remindPm";
        public static final String CHASE_MISSING_CHECK_IN = "userTask_chaseMissingCheckIn";
        public static final String RESOLVE_MISSING_CHECK_IN = "userTask_resolveMissingCheckIn";
        public static final String REVIEW_CHECK_IN = "userTask_reviewCheckIn";

        private Elements() {}
    }

    /** Ids of its timer events. */
    public static final class Timers {
        @ByCalendar
        public static final String WEEK_OVER = "intermediateEvent_weekOver";

        public static final String REMINDER_DUE = "boundaryEvent_reminderDue";
        public static final String CHASE_DUE = "intermediateEvent_chaseDue";
        public static final String ESCALATION_DUE = "intermediateEvent_escalationDue";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** When the week is over; its day names the week. */
        @ByCalendar
        @Moment
        public static final String WEEK_ENDS_AT = "weekEndsAt";

        /** When a PM who has not reported is reminded. */
        @Moment
        public static final String REMINDER_AT = "reminderAt";

        /** When a coordinator is to chase the missing check-in. */
        @Moment
        public static final String CHASE_AT = "chaseAt";

        /** When a service manager is to resolve it. */
        @Moment
        public static final String ESCALATE_AT = "escalateAt";

        /** Boolean: whether a service manager is to review the check-in. */
        @LastValueOnly
        public static final String REVIEW_NEEDED = "reviewNeeded";

        /** Boolean: whether the review has agreed another rating, of which the practice is told. */
        @LastValueOnly
        public static final String RAG_CHANGED = "ragChanged";

        /** Boolean: the outcome, whether support is complete. */
        @LastValueOnly
        public static final String SUPPORT_COMPLETE = "supportComplete";

        @LastValueOnly
        public static final String RAG = CaseVariables.RAG;

        @LastValueOnly
        public static final String ROVING_PM = CaseVariables.ROVING_PM;

        private Variables() {}
    }

    private WeeklyCheckInProcess() {}
}
