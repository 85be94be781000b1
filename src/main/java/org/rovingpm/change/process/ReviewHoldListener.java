package org.rovingpm.change.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.change.ReviewHold;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("reviewHoldListener")
class ReviewHoldListener extends FormListener<ReviewHold.Form> {

    private final ReviewHold reviewHold;
    private final SupportCases cases;
    private final CaseFacts facts;

    ReviewHoldListener(ReviewHold reviewHold, SupportCases cases, CaseFacts facts) {
        super("review-hold", ReviewHold.Form.class);
        this.reviewHold = reviewHold;
        this.cases = cases;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        SupportCase held = cases.get(reference);
        return Map.of(
                "caseFacts",
                facts.of(reference),
                "holdFacts",
                new FormText()
                        .fact("On hold since", held.heldAt())
                        .fact("Until", held.heldUntil())
                        .markdown());
    }

    @Override
    protected void completed(DelegateTask task, ReviewHold.Form submitted, String who) {
        CaseReference reference = SupportCaseProcess.caseOf(task);
        reviewHold.review(reference, submitted, who);
        CaseChangeProcess.noteHold(task, cases.get(reference), submitted.decision() == ReviewHold.Decision.EXTEND);
    }
}
