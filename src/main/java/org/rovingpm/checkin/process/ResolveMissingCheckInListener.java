package org.rovingpm.checkin.process;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.checkin.ResolveMissingCheckIn;
import org.rovingpm.checkin.WeekSummary;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlacementSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("resolveMissingCheckInListener")
class ResolveMissingCheckInListener extends FormListener<ResolveMissingCheckIn.Form> {

    private final ResolveMissingCheckIn resolveMissingCheckIn;
    private final CaseSummary caseSummary;
    private final PlacementSummary placementSummary;
    private final WeekSummary weeks;

    ResolveMissingCheckInListener(
            ResolveMissingCheckIn resolveMissingCheckIn,
            CaseSummary caseSummary,
            PlacementSummary placementSummary,
            WeekSummary weeks) {
        super("resolve-missing-check-in", ResolveMissingCheckIn.Form.class);
        this.resolveMissingCheckIn = resolveMissingCheckIn;
        this.caseSummary = caseSummary;
        this.placementSummary = placementSummary;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        LocalDate week = StepWeek.of(task);
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "weekSummary",
                weeks.weekOf(reference, week),
                "pmSummary",
                placementSummary.pmOf(reference),
                "chaseNotes",
                weeks.chaseRows(reference, week));
    }

    @Override
    protected void completed(DelegateTask task, ResolveMissingCheckIn.Form submitted, String who) {
        resolveMissingCheckIn.resolve(StepCase.of(task), StepWeek.of(task), submitted, who);
    }
}
