package org.rovingpm.modelchange.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.modelchange.DecideMerge;
import org.springframework.stereotype.Component;

@Component("mergeProcessChangeListener")
class MergeProcessChangeListener extends FormListener<DecideMerge.Form> {

    private final DecideMerge decideMerge;
    private final ModelChangeSummary summary;

    MergeProcessChangeListener(DecideMerge decideMerge, ModelChangeSummary summary) {
        super("merge-process-change", DecideMerge.Form.class);
        this.decideMerge = decideMerge;
        this.summary = summary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        return summary.differencesOf(StepModelChange.of(task));
    }

    @Override
    protected void completed(DelegateTask task, DecideMerge.Form submitted, String who) {
        decideMerge.decide(StepModelChange.of(task), submitted, who);
    }
}
