package org.rovingpm.matching.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.matching.ResolveMissingPm;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("resolveMissingPmListener")
class ResolveMissingPmListener extends FormListener<ResolveMissingPm.Form> {

    private final ResolveMissingPm resolveMissingPm;
    private final DrawUpShortlist drawUpShortlist;
    private final Needs needs;
    private final MatchingForms forms;

    ResolveMissingPmListener(
            ResolveMissingPm resolveMissingPm, DrawUpShortlist drawUpShortlist, Needs needs, MatchingForms forms) {
        super("resolve-missing-pm", ResolveMissingPm.Form.class);
        this.resolveMissingPm = resolveMissingPm;
        this.drawUpShortlist = drawUpShortlist;
        this.needs = needs;
        this.forms = forms;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Need need = needs.latest(reference);
        Map<String, Object> shown = forms.common(reference, drawUpShortlist.of(reference));
        shown.put("sessionsAWeek", need.sessionsAWeek());
        shown.put("expectedStart", need.start());
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, ResolveMissingPm.Form submitted, String who) {
        boolean again = resolveMissingPm.resolve(StepCase.of(task), submitted, who);
        task.setVariable(ManagerMatchingProcess.Variables.SEARCH_AGAIN, again);
        task.setVariable(ManagerMatchingProcess.Variables.PM_MATCHED, false);
        task.setVariable(CaseVariables.ROVING_PM, null);
    }
}
