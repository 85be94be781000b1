package org.rovingpm.survey.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.PracticeOptions;
import org.rovingpm.supportcase.process.StepCase;
import org.rovingpm.survey.Feedbacks;
import org.rovingpm.survey.RecordFeedback;
import org.springframework.stereotype.Component;

@Component("recordFeedbackListener")
class RecordFeedbackListener extends FormListener<RecordFeedback.Form> {

    private final RecordFeedback recordFeedback;
    private final CaseSummary facts;
    private final Feedbacks feedbacks;
    private final Practices practices;

    RecordFeedbackListener(RecordFeedback recordFeedback, CaseSummary facts, Feedbacks feedbacks, Practices practices) {
        super("record-feedback", RecordFeedback.Form.class);
        this.recordFeedback = recordFeedback;
        this.facts = facts;
        this.feedbacks = feedbacks;
        this.practices = practices;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                facts.of(reference),
                "contactSummary",
                facts.contactOf(reference),
                "severalPractices",
                feedbacks.missing(reference).size() > 1,
                "waitingPractices",
                PracticeOptions.of(feedbacks.missing(reference), practices));
    }

    @Override
    protected void completed(DelegateTask task, RecordFeedback.Form submitted, String who) {
        task.setVariable(
                CaseClosureProcess.Variables.OTHERS_TO_ANSWER,
                recordFeedback.record(StepCase.of(task), submitted, who));
    }
}
