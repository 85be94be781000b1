package org.rovingpm.supportcase.process;

/** The contract of case-closure.bpmn. Moments are ISO instants. */
public final class CaseClosureProcess {

    public static final String KEY = "case-closure";

    public static final String RECORD_FEEDBACK = "userTask_recordFeedback";
    public static final String FIRST_REMINDER_DUE = "boundaryEvent_firstReminderDue";
    public static final String SECOND_REMINDER_DUE = "boundaryEvent_secondReminderDue";

    /** When a practice that has given no feedback is reminded. */
    public static final String FIRST_FEEDBACK_REMINDER_AT = "firstFeedbackReminderAt";

    public static final String SECOND_FEEDBACK_REMINDER_AT = "secondFeedbackReminderAt";

    /** Message that the practice has given feedback by its link. */
    public static final String FEEDBACK_GIVEN = "feedbackGiven";

    private CaseClosureProcess() {}
}
