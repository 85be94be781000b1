package org.rovingpm.supportcase;

import org.rovingpm.contract.Moment;
import org.rovingpm.contract.ProcessContract;

/** The contract of case-closure.bpmn. */
@ProcessContract(value = CaseClosureProcess.KEY, kind = ProcessContract.Kind.CASE)
public final class CaseClosureProcess {

    public static final String KEY = "case-closure";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String WRITE_CLOSING_REPORT = "userTask_writeClosingReport";
        public static final String RECONCILE_MONEY = "userTask_reconcileMoney";
        public static final String RECORD_FEEDBACK = "userTask_recordFeedback";
        public static final String CLOSE_CASE = "serviceTask_closeCase";
        public static final String PRACTICE_TOLD_OF_CLOSURE = "throwEvent_practiceToldOfClosure";

        private Elements() {}
    }

    /** Ids of its timer events. */
    public static final class Timers {
        public static final String FIRST_REMINDER_DUE = "boundaryEvent_firstReminderDue";
        public static final String SECOND_REMINDER_DUE = "boundaryEvent_secondReminderDue";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Boolean: whether a PM has been at the practice. */
        public static final String SUPPORT_GIVEN = "supportGiven";

        /** When a practice that has given no feedback is reminded. */
        @Moment
        public static final String FIRST_FEEDBACK_REMINDER_AT = "firstFeedbackReminderAt";

        /** When it is reminded again. */
        @Moment
        public static final String SECOND_FEEDBACK_REMINDER_AT = "secondFeedbackReminderAt";

        /** Boolean: whether another practice of the case has not given feedback, and it is not recorded that it gives none. */
        public static final String OTHERS_TO_ANSWER = "otherPracticesToAnswer";

        private Variables() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** The practice has given feedback by its link. */
        public static final String FEEDBACK_GIVEN = "feedbackGiven";

        private Messages() {}
    }

    private CaseClosureProcess() {}
}
