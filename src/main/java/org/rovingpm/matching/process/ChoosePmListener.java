package org.rovingpm.matching.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.matching.ChoosePm;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.matching.shortlist.Shortlist;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("choosePmListener")
class ChoosePmListener extends FormListener<ChoosePm.Form> {

    private final ChoosePm choosePm;
    private final DrawUpShortlist drawUpShortlist;
    private final MatchingForms forms;

    ChoosePmListener(ChoosePm choosePm, DrawUpShortlist drawUpShortlist, MatchingForms forms) {
        super("choose-pm", ChoosePm.Form.class);
        this.choosePm = choosePm;
        this.drawUpShortlist = drawUpShortlist;
        this.forms = forms;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Shortlist shortlist = drawUpShortlist.of(reference);
        Map<String, Object> shown = forms.common(reference, shortlist);
        shown.put("shortlist", MatchingForms.rows(shortlist.suitable()));
        shown.put("pmOptions", MatchingForms.options(shortlist.suitable()));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, ChoosePm.Form submitted, String who) {
        OfferVariables.set(task, choosePm.choose(StepCase.of(task), submitted, who));
    }
}
