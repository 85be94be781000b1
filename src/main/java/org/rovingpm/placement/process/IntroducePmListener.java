package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.IntroducePm;
import org.rovingpm.placement.WeekSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("introducePmListener")
class IntroducePmListener extends FormListener<IntroducePm.Form> {

    private final IntroducePm introducePm;
    private final CaseSummary facts;
    private final WeekSummary weeks;

    IntroducePmListener(IntroducePm introducePm, CaseSummary facts, WeekSummary weeks) {
        super("introduce-pm", IntroducePm.Form.class);
        this.introducePm = introducePm;
        this.facts = facts;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                facts.of(reference),
                "pmSummary",
                weeks.pmOf(reference),
                "contactSummary",
                facts.contactOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, IntroducePm.Form submitted, String who) {
        introducePm.introduce(SupportCaseProcess.caseOf(task), submitted, who);
    }
}
