package org.rovingpm.practice.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.practice.PracticeRegisterRefreshProcess.Variables;
import org.rovingpm.practice.register.RegisterQuestion;

/** Reads and sets the variables of a refresh for the steps of practice-register-refresh. */
final class RefreshVariables {

    private RefreshVariables() {}

    static long refresh(DelegateExecution process) {
        return (Long) process.getVariable(Variables.REGISTER_REFRESH);
    }

    static long question(DelegateExecution process) {
        return (Long) process.getVariable(Variables.REGISTER_QUESTION);
    }

    static void setNext(DelegateExecution process, Optional<RegisterQuestion> next) {
        process.setVariable(Variables.MORE_TO_ASK, next.isPresent());
        next.ifPresent(question -> {
            process.setVariable(Variables.REGISTER_QUESTION, question.id());
            process.setVariable(Variables.REGISTER_PATH, question.path());
        });
    }
}
