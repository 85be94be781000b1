package org.rovingpm.supportcase;

import org.rovingpm.contract.OneOf;
import org.rovingpm.contract.ProcessContract;

/** The contract of support-case.bpmn. */
@ProcessContract(value = SupportCaseProcess.KEY, kind = ProcessContract.Kind.CASE)
public final class SupportCaseProcess {

    public static final String KEY = "support-case";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String HELP_REQUESTED = "startEvent_helpRequested";
        public static final String RECEIPT_CONFIRMED = "throwEvent_receiptConfirmed";
        public static final String ASSESS_REQUEST = "userTask_assessRequest";
        public static final String RECORD_FURTHER_INFORMATION = "userTask_recordFurtherInformation";
        public static final String GIVE_ADVICE = "userTask_giveAdvice";
        public static final String MATCH_PM = "callActivity_matchPm";
        public static final String INTRODUCE_PM = "userTask_introducePm";
        public static final String REPORT_FIRST_VISIT = "userTask_reportFirstVisit";
        public static final String AGREE_CHANGED_RAG = "userTask_agreeChangedRag";
        public static final String AGREE_JOB_PLAN = "callActivity_agreeJobPlan";
        public static final String ANSWER_RAG_QUESTION = "userTask_answerRagQuestion";
        public static final String CHECK_IN_FOR_THE_WEEK = "callActivity_checkInForTheWeek";
        public static final String CLOSE_CASE = "callActivity_closeCase";

        private Elements() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** What became of the request: the name of a {@link RequestOutcome}. */
        @OneOf(RequestOutcome.class)
        public static final String REQUEST_OUTCOME = "requestOutcome";

        /** Boolean: whether a PM is needed beyond the advice that was given. */
        public static final String MORE_HELP_NEEDED = "moreHelpNeeded";

        /** Boolean: whether the PM has proposed another rating after the first visit. */
        public static final String RAG_CHANGE_PROPOSED = "ragChangeProposed";

        private Variables() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** The practice has answered what it was asked before the case can be assessed. */
        public static final String FURTHER_INFORMATION_GIVEN = "furtherInformationGiven";

        /** The practice doubts the rating. */
        public static final String RAG_QUESTIONED = "ragQuestioned";

        /** The PM no longer supports the practice: another one is to be found. */
        public static final String PM_WITHDRAWN = "pmWithdrawn";

        /** Support ends early. */
        public static final String SUPPORT_WITHDRAWN = "supportWithdrawn";

        /** The plan in effect is to be varied. */
        public static final String VARIATION_REQUESTED = "variationRequested";

        private Messages() {}
    }

    /** What became of a request. */
    public enum RequestOutcome {
        ACCEPTED,
        ADVICE_ONLY,
        INFORMATION_NEEDED,
        DECLINED
    }

    private SupportCaseProcess() {}
}
