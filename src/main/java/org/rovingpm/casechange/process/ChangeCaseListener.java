package org.rovingpm.casechange.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.access.Role;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.casechange.ChangeCase;
import org.rovingpm.casechange.ChangeCase.Change;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.engine.Submission;
import org.rovingpm.supportcase.SupportCase;
import org.springframework.stereotype.Component;

@Component("changeCaseListener")
class ChangeCaseListener extends StartFormListener<ChangeCase.Form> {

    private final ChangeCase changeCase;

    ChangeCaseListener(ChangeCase changeCase) {
        super("change-case", ChangeCase.Form.class);
        this.changeCase = changeCase;
    }

    @Override
    protected void started(DelegateExecution process, ChangeCase.Form submitted, String who) {
        SupportCase changed = changeCase.change(submitted, who, Submission.personIsIn(Role.ROVING_PM.group()));
        process.setProcessBusinessKey(changed.reference().value());
        process.setVariable(CaseVariables.CASE_REFERENCE, changed.reference().value());
        process.setVariable(
                CaseVariables.RAG, changed.rag() == null ? null : changed.rag().name());
        process.setVariable(CaseChangeProcess.Variables.RAG_CHANGED, submitted.change() == Change.CHANGE_RAG);
        process.setVariable(CaseChangeProcess.Variables.SUPPORT_ENDED, false);
        HoldVariables.set(process, changed, submitted.change() == Change.PUT_ON_HOLD);
    }
}
