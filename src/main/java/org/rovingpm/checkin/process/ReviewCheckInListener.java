package org.rovingpm.checkin.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.checkin.CheckIn;
import org.rovingpm.checkin.ReviewCheckIn;
import org.rovingpm.checkin.WeekSummary;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("reviewCheckInListener")
class ReviewCheckInListener extends FormListener<ReviewCheckIn.Form> {

    private final ReviewCheckIn reviewCheckIn;
    private final CaseSummary caseSummary;
    private final WeekSummary weeks;

    ReviewCheckInListener(ReviewCheckIn reviewCheckIn, CaseSummary caseSummary, WeekSummary weeks) {
        super("review-check-in", ReviewCheckIn.Form.class);
        this.reviewCheckIn = reviewCheckIn;
        this.caseSummary = caseSummary;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        CheckIn week = weeks.week(reference, StepWeek.of(task));
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("currentRag", task.text(CaseVariables.RAG));
        boolean differs = !week.ragNow().name().equals(task.text(CaseVariables.RAG));
        shown.put("reportedRag", differs ? week.ragNow().label() : null);
        if (differs) {
            shown.put("rag", week.ragNow().name());
        }
        shown.put(
                "reviewReasons",
                week.reviewReasons().stream()
                        .map(reason -> Map.of("reason", reason))
                        .toList());
        shown.put("reportSummary", weeks.reportOf(week));
        shown.put("reportedProgress", week.progress());
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, ReviewCheckIn.Form submitted, String who) {
        ReviewCheckIn.Outcome outcome = reviewCheckIn.review(StepCase.of(task), StepWeek.of(task), submitted, who);
        task.setVariable(WeeklyCheckInProcess.Variables.SUPPORT_COMPLETE, outcome.supportComplete());
        task.setVariable(WeeklyCheckInProcess.Variables.RAG_CHANGED, outcome.ragChanged());
    }
}
