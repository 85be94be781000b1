package org.rovingpm.casechange;

import org.rovingpm.contract.Carries;
import org.rovingpm.contract.Moment;
import org.rovingpm.contract.ProcessContract;

/** The contract of case-change.bpmn. */
@ProcessContract(value = CaseChangeProcess.KEY, kind = ProcessContract.Kind.STAFF)
public final class CaseChangeProcess {

    public static final String KEY = "case-change";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String REVIEW_HOLD = "userTask_reviewHold";
        public static final String CASE_CHANGED = "endEvent_caseChanged";

        private Elements() {}
    }

    /** Ids of its timer events. */
    public static final class Timers {
        public static final String HOLD_PERIOD_OVER = "intermediateEvent_holdPeriodOver";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Boolean: whether this change put the case on hold. */
        public static final String ON_HOLD = "onHold";

        /** Boolean: whether this change gave the case another RAG rating. */
        public static final String RAG_CHANGED = "ragChanged";

        /** Boolean: whether support has been ended while the case was on hold. */
        public static final String SUPPORT_ENDED = "supportEnded";

        /** When the hold period ends. */
        @Moment
        public static final String HOLD_ENDS_AT = "holdEndsAt";

        private Variables() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** The case has been resumed, or its support has ended. */
        @Carries(Variables.SUPPORT_ENDED)
        public static final String CASE_RESUMED = "caseResumed";

        private Messages() {}
    }

    private CaseChangeProcess() {}
}
