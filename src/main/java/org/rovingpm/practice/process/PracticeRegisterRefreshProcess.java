package org.rovingpm.practice.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.practice.register.LookUpPractice;
import org.rovingpm.practice.register.RegisterQuestion;

/** The contract of practice-register-refresh.bpmn: its key, its elements, its variables. */
public final class PracticeRegisterRefreshProcess {

    public static final String KEY = "practice-register-refresh";

    public static final String MESSAGE_PRACTICE_ASKED_FOR = LookUpPractice.MESSAGE;

    public static final String REFRESH_DUE = "startEvent_refreshDue";
    public static final String BEGIN_REFRESH = "serviceTask_beginRefresh";
    public static final String ASK_REGISTER = "serviceTask_askRegister";
    public static final String RECORD_UNKNOWN_CODE = "serviceTask_recordUnknownCode";
    public static final String APPLY_REGISTER = "serviceTask_applyRegister";

    /** The refresh (a number): what is read is in our tables, and not in variables. */
    public static final String READING = LookUpPractice.READING;
    /** The question to ask (a number), and where its answer is. */
    public static final String QUESTION = "registerQuestion";

    public static final String PATH = "registerPath";
    public static final String REGISTER_SET = "registerSet";
    public static final String MORE_TO_ASK = "moreToAsk";

    /** What the register answers; there within the step that asks only. */
    static final String ANSWER = "registerAnswer";

    static final String ANSWER_HEADERS = "registerAnswerHeaders";

    private PracticeRegisterRefreshProcess() {}

    static long refresh(DelegateExecution process) {
        return (Long) process.getVariable(READING);
    }

    static long question(DelegateExecution process) {
        return (Long) process.getVariable(QUESTION);
    }

    static void goOn(DelegateExecution process, Optional<RegisterQuestion> next) {
        process.setVariable(MORE_TO_ASK, next.isPresent());
        next.ifPresent(question -> {
            process.setVariable(QUESTION, question.id());
            process.setVariable(PATH, question.path());
        });
    }
}
