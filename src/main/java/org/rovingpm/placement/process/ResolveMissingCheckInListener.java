package org.rovingpm.placement.process;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.ResolveMissingCheckIn;
import org.rovingpm.placement.WeekSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("resolveMissingCheckInListener")
class ResolveMissingCheckInListener extends FormListener<ResolveMissingCheckIn.Form> {

    private final ResolveMissingCheckIn resolveMissingCheckIn;
    private final CaseSummary facts;
    private final WeekSummary weeks;

    ResolveMissingCheckInListener(ResolveMissingCheckIn resolveMissingCheckIn, CaseSummary facts, WeekSummary weeks) {
        super("resolve-missing-check-in", ResolveMissingCheckIn.Form.class);
        this.resolveMissingCheckIn = resolveMissingCheckIn;
        this.facts = facts;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        LocalDate week = WeeklyCheckInProcess.weekOf(task);
        return Map.of(
                "caseSummary",
                facts.of(reference),
                "weekSummary",
                weeks.weekOf(reference, week),
                "pmSummary",
                weeks.pmOf(reference),
                "chaseNotes",
                weeks.chaseRows(reference, week));
    }

    @Override
    protected void completed(DelegateTask task, ResolveMissingCheckIn.Form submitted, String who) {
        resolveMissingCheckIn.takeUp(
                SupportCaseProcess.caseOf(task), WeeklyCheckInProcess.weekOf(task), submitted, who);
    }
}
