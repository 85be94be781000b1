package org.rovingpm.matching.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.matching.ResolveMissingPm;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.matching.shortlist.Shortlist;
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
        Shortlist shortlist = drawUpShortlist.of(reference);
        Map<String, Object> shown = forms.common(reference, shortlist);
        shown.put("shortlist", MatchingForms.rows(shortlist.suitable()));
        shown.put("pmOptions", MatchingForms.options(shortlist.suitable()));
        shown.put("sessionsAWeek", need.sessionsAWeek());
        shown.put("expectedStart", need.start());
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, ResolveMissingPm.Form submitted, String who) {
        ResolveMissingPm.Resolved resolved = resolveMissingPm.resolve(StepCase.of(task), submitted, who);
        OfferVariables.set(task, resolved.offered());
        task.setVariable(ManagerMatchingProcess.Variables.SEARCH_AGAIN, resolved.searchAgain());
        task.setVariable(ManagerMatchingProcess.Variables.PM_MATCHED, false);
    }
}
