package org.rovingpm.modelchange.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.modelchange.DecideHeldChange;
import org.springframework.stereotype.Component;

@Component("approveChangeListener")
class ApproveChangeListener extends FormListener<DecideHeldChange.Form> {

    private final DecideHeldChange decideChange;
    private final ModelChangeSummary summary;

    ApproveChangeListener(DecideHeldChange decideChange, ModelChangeSummary summary) {
        super("approve-change", DecideHeldChange.Form.class);
        this.decideChange = decideChange;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        return summary.differencesOf(StepModelChange.of(task));
    }

    @Override
    protected void completed(DelegateTask task, DecideHeldChange.Form submitted, String who) {
        decideChange.decide(StepModelChange.of(task), submitted, who);
    }
}
