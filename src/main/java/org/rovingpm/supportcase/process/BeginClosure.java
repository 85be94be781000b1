package org.rovingpm.supportcase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rovingpm.engine.Submission;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.closure.CloseCase;
import org.springframework.stereotype.Component;

@Component("beginClosure")
class BeginClosure implements ExecutionListener {

    private final CloseCase closeCase;

    BeginClosure(CloseCase closeCase) {
        this.closeCase = closeCase;
    }

    @Override
    public void notify(DelegateExecution process) {
        process.setVariable(
                CaseClosureProcess.Variables.SUPPORT_GIVEN, closeCase.begin(StepCase.of(process), Submission.person()));
    }
}
