package org.rovingpm.casechange.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.access.Role;
import org.rovingpm.casechange.ChangeCase;
import org.rovingpm.casechange.ChangeCase.Change;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.engine.Submission;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("changeCaseListener")
class ChangeCaseListener extends StartFormListener<ChangeCase.Form> {

    private final ChangeCase changeCase;
    private final Practices practices;

    ChangeCaseListener(ChangeCase changeCase, Practices practices) {
        super("change-case", ChangeCase.Form.class);
        this.changeCase = changeCase;
        this.practices = practices;
    }

    @Override
    protected void started(DelegateExecution process, ChangeCase.Form submitted, String who) {
        SupportCase changed = changeCase.change(submitted, who, Submission.personIsIn(Role.ROVING_PM.group()));
        process.setProcessBusinessKey(changed.reference().value());
        process.setVariable(
                SupportCaseProcess.CASE_REFERENCE, changed.reference().value());
        process.setVariable(SupportCaseProcess.PRACTICE_NAME, practices.nameOf(changed.practices()));
        process.setVariable(
                SupportCaseProcess.RAG,
                changed.rag() == null ? null : changed.rag().name());
        process.setVariable(CaseChangeProcess.RAG_CHANGED, submitted.change() == Change.CHANGE_RAG);
        CaseChangeProcess.noteHold(process, changed, submitted.change() == Change.PUT_ON_HOLD);
    }
}
