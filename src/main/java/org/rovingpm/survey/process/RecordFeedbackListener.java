package org.rovingpm.survey.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.rovingpm.survey.RecordFeedback;
import org.springframework.stereotype.Component;

@Component("recordFeedbackListener")
class RecordFeedbackListener extends FormListener<RecordFeedback.Form> {

    private final RecordFeedback recordFeedback;
    private final CaseSummary facts;

    RecordFeedbackListener(RecordFeedback recordFeedback, CaseSummary facts) {
        super("record-feedback", RecordFeedback.Form.class);
        this.recordFeedback = recordFeedback;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of("caseSummary", facts.of(reference), "contactSummary", facts.contactOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, RecordFeedback.Form submitted, String who) {
        recordFeedback.record(StepCase.of(task), submitted, who);
    }
}
