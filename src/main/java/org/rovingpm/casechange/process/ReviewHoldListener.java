package org.rovingpm.casechange.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.casechange.ReviewHold;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("reviewHoldListener")
class ReviewHoldListener extends FormListener<ReviewHold.Form> {

    private final ReviewHold reviewHold;
    private final SupportCases cases;
    private final CaseSummary caseSummary;

    ReviewHoldListener(ReviewHold reviewHold, SupportCases cases, CaseSummary caseSummary) {
        super("review-hold", ReviewHold.Form.class);
        this.reviewHold = reviewHold;
        this.cases = cases;
        this.caseSummary = caseSummary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        SupportCase held = cases.get(reference);
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "holdSummary",
                new FormText()
                        .line("On hold since", held.heldAt())
                        .line("Until", held.heldUntil())
                        .markdown());
    }

    @Override
    protected void completed(DelegateTask task, ReviewHold.Form submitted, String who) {
        CaseReference reference = StepCase.of(task);
        reviewHold.review(reference, submitted, who);
        HoldVariables.set(task, cases.get(reference), submitted.decision() == ReviewHold.Decision.EXTEND);
    }
}
