package org.rovingpm.modelchange.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.modelchange.ChangeReviewProcess;
import org.rovingpm.modelchange.DecideModelChange;
import org.rovingpm.modelchange.RestoreEarlierVersion;
import org.springframework.stereotype.Component;

@Component("reviewChangeListener")
class ReviewChangeListener extends FormListener<DecideModelChange.Form> {

    private final DecideModelChange decideChange;
    private final RestoreEarlierVersion goBack;
    private final ModelChangeSummary summary;

    ReviewChangeListener(DecideModelChange decideChange, RestoreEarlierVersion goBack, ModelChangeSummary summary) {
        super("review-change", DecideModelChange.Form.class);
        this.decideChange = decideChange;
        this.goBack = goBack;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        long change = StepModelChange.of(task);
        Map<String, Object> shown = new HashMap<>(summary.differencesOf(change));
        shown.put(
                "versions",
                goBack.choices(change).stream()
                        .map(choice -> Map.of("value", choice.value(), "label", choice.label()))
                        .toList());
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, DecideModelChange.Form submitted, String who) {
        decideChange.decide(StepModelChange.of(task), submitted, who);
        task.setVariable(
                ChangeReviewProcess.Variables.CHANGE_KEPT, submitted.decision() == DecideModelChange.Decision.KEEP);
    }
}
