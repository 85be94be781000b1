package org.rovingpm.practice.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rovingpm.practice.register.QueryRegister;
import org.rovingpm.practice.register.RegisterQuestion;
import org.springframework.stereotype.Component;

@Component("takeAnswer")
class RecordAnswerListener implements ExecutionListener {

    private final QueryRegister readRegister;

    RecordAnswerListener(QueryRegister readRegister) {
        this.readRegister = readRegister;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void notify(DelegateExecution process) {
        String answer = (String) process.getVariable(PracticeRegisterRefreshProcess.ANSWER);
        if (answer != null) {
            long refresh = PracticeRegisterRefreshProcess.refresh(process);
            long question = PracticeRegisterRefreshProcess.question(process);
            if (RegisterQuestion.isListPath((String) process.getVariable(PracticeRegisterRefreshProcess.PATH))) {
                readRegister.take(refresh, question, OrdAnswers.page(answer, (Map<String, String>)
                        process.getVariable(PracticeRegisterRefreshProcess.ANSWER_HEADERS)));
            } else {
                readRegister.take(refresh, question, OrdAnswers.entry(answer));
            }
            PracticeRegisterRefreshProcess.goOn(process, readRegister.next(refresh));
        }
    }
}
