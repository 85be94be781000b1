package org.rovingpm.supportcase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.access.Role;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.engine.Submission;
import org.rovingpm.supportcase.Office;
import org.rovingpm.supportcase.RequestHelp;
import org.springframework.stereotype.Component;

@Component("requestHelpListener")
class RequestHelpListener extends StartFormListener<RequestHelp.TakenRequest> {

    private final RequestHelp requestHelp;

    RequestHelpListener(RequestHelp requestHelp) {
        super("request-help", RequestHelp.TakenRequest.class);
        this.requestHelp = requestHelp;
    }

    @Override
    protected void started(DelegateExecution process, RequestHelp.TakenRequest submitted, String who) {
        RequestHelp.Opened opened = onlyRefers() ? requestHelp.refer(submitted, who) : requestHelp.open(submitted, who);
        process.setProcessBusinessKey(opened.reference().value());
        process.setVariable(CaseVariables.CASE_REFERENCE, opened.reference().value());
        process.setVariable(CaseVariables.RAG, opened.suggestedRag().name());
    }

    /** Whoever takes requests as well says by the tick which of the two they do. */
    private static boolean onlyRefers() {
        return Submission.personIsIn(Role.LIAISON.group())
                && Office.ROLES.stream().map(Role::group).noneMatch(Submission::personIsIn);
    }
}
