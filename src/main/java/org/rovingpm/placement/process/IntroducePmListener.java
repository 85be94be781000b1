package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.IntroducePm;
import org.rovingpm.placement.PlacementSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("introducePmListener")
class IntroducePmListener extends FormListener<IntroducePm.Form> {

    private final IntroducePm introducePm;
    private final CaseSummary caseSummary;
    private final PlacementSummary placementSummary;

    IntroducePmListener(IntroducePm introducePm, CaseSummary caseSummary, PlacementSummary placementSummary) {
        super("introduce-pm", IntroducePm.Form.class);
        this.introducePm = introducePm;
        this.caseSummary = caseSummary;
        this.placementSummary = placementSummary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "pmSummary",
                placementSummary.pmOf(reference),
                "contactSummary",
                caseSummary.contactOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, IntroducePm.Form submitted, String who) {
        introducePm.introduce(StepCase.of(task), submitted, who);
    }
}
