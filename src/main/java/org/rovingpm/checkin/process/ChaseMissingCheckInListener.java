package org.rovingpm.checkin.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.checkin.ChaseMissingCheckIn;
import org.rovingpm.checkin.WeekSummary;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlacementSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("chaseMissingCheckInListener")
class ChaseMissingCheckInListener extends FormListener<ChaseMissingCheckIn.Form> {

    private final ChaseMissingCheckIn chaseMissingCheckIn;
    private final CaseSummary caseSummary;
    private final PlacementSummary placementSummary;
    private final WeekSummary weeks;

    ChaseMissingCheckInListener(
            ChaseMissingCheckIn chaseMissingCheckIn,
            CaseSummary caseSummary,
            PlacementSummary placementSummary,
            WeekSummary weeks) {
        super("chase-missing-check-in", ChaseMissingCheckIn.Form.class);
        this.chaseMissingCheckIn = chaseMissingCheckIn;
        this.caseSummary = caseSummary;
        this.placementSummary = placementSummary;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "weekSummary",
                weeks.weekOf(reference, StepWeek.of(task)),
                "pmSummary",
                placementSummary.pmOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, ChaseMissingCheckIn.Form submitted, String who) {
        chaseMissingCheckIn.chase(StepCase.of(task), StepWeek.of(task), submitted, who);
    }
}
