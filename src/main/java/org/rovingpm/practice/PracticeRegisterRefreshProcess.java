package org.rovingpm.practice;

import org.rovingpm.contract.ProcessContract;

/** The contract of practice-register-refresh.bpmn. What the register answers is stored in our tables, not in variables. */
@ProcessContract(value = PracticeRegisterRefreshProcess.KEY, kind = ProcessContract.Kind.TECHNICAL)
public final class PracticeRegisterRefreshProcess {

    public static final String KEY = "practice-register-refresh";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String BEGIN_REFRESH = "serviceTask_beginRefresh";
        public static final String ASK_REGISTER = "serviceTask_askRegister";
        public static final String APPLY_REGISTER = "serviceTask_applyRegister";

        private Elements() {}
    }

    /** Ids of its timer events. */
    public static final class Timers {
        public static final String REFRESH_DUE = "startEvent_refreshDue";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** The number of the refresh: a Long. */
        public static final String REGISTER_REFRESH = "registerRefresh";

        /** The number of the question to ask: a Long. */
        public static final String REGISTER_QUESTION = "registerQuestion";

        /** Where its answer is, below the address of the register. */
        public static final String REGISTER_PATH = "registerPath";

        /** Boolean: whether the settings name a register. */
        public static final String REGISTER_SET = "registerSet";

        /** Boolean: whether a question is left. */
        public static final String MORE_TO_ASK = "moreToAsk";

        /** What the register answers; it exists only within the step that asks. */
        public static final String REGISTER_ANSWER = "registerAnswer";

        /** The headers of that answer. */
        public static final String REGISTER_ANSWER_HEADERS = "registerAnswerHeaders";

        private Variables() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** Somebody has named a practice that is not known here. */
        public static final String PRACTICE_REQUESTED = "practiceRequested";

        private Messages() {}
    }

    private PracticeRegisterRefreshProcess() {}
}
