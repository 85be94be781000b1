package org.rovingpm.practice.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rovingpm.practice.PracticeRegisterRefreshProcess;
import org.rovingpm.practice.register.QueryRegister;
import org.rovingpm.practice.register.RegisterQuestion;
import org.springframework.stereotype.Component;

@Component("recordAnswer")
class RecordAnswerListener implements ExecutionListener {

    private final QueryRegister queryRegister;

    RecordAnswerListener(QueryRegister queryRegister) {
        this.queryRegister = queryRegister;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void notify(DelegateExecution process) {
        String answer = (String) process.getVariable(PracticeRegisterRefreshProcess.Variables.REGISTER_ANSWER);
        if (answer != null) {
            long refresh = RefreshVariables.refresh(process);
            long question = RefreshVariables.question(process);
            if (RegisterQuestion.isListPath(
                    (String) process.getVariable(PracticeRegisterRefreshProcess.Variables.REGISTER_PATH))) {
                queryRegister.recordPage(refresh, question, OrdAnswers.page(answer, (Map<String, String>)
                        process.getVariable(PracticeRegisterRefreshProcess.Variables.REGISTER_ANSWER_HEADERS)));
            } else {
                queryRegister.recordEntry(refresh, question, OrdAnswers.entry(answer));
            }
            RefreshVariables.setNext(process, queryRegister.next(refresh));
        }
    }
}
