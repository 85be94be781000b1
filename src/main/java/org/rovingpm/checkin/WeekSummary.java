package org.rovingpm.checkin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rovingpm.access.Names;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.engine.FormText;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** A PM's weeks as forms show them: Markdown texts, and rows of tables. */
@Component
public class WeekSummary {

    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final MissingCheckIns missing;
    private final PersonDirectory people;

    WeekSummary(
            Placements placements, JobPlans plans, CheckIns checkIns, MissingCheckIns missing, PersonDirectory people) {
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
        this.missing = missing;
        this.people = people;
    }

    /** @return the week to report, and how far the plan has been used */
    public String weekOf(CaseReference reference, LocalDate weekEnding) {
        FormText text = new FormText().line("Week ending", weekEnding);
        placements.active(reference).flatMap(plans::inEffect).ifPresent(plan -> text.line(
                        "Planned for a week", BritishFormat.hours(plan.hoursAWeek()))
                .line(
                        "Reported so far",
                        "%s of %s"
                                .formatted(
                                        BritishFormat.number(checkIns.reported(plan.placementId())
                                                .hours()),
                                        BritishFormat.hours(plan.hours()))));
        return text.markdown();
    }

    /** @return a row for each objective of the plan in effect, its progress to be written */
    public List<Map<String, String>> progressToReport(CaseReference reference) {
        return placements.active(reference).flatMap(plans::inEffect).map(JobPlan::objectives).orElse(List.of()).stream()
                .map(objective -> Map.of("objective", objective.objective(), "progress", ""))
                .toList();
    }

    /** @return what was done about the missing check-in: rows of "who", "when", "outcome" and "note" */
    public List<Map<String, String>> chaseRows(CaseReference reference, LocalDate weekEnding) {
        List<MissingCheckIns.TakenStep> steps = missing.of(placements.get(reference), weekEnding);
        Names names = people.namesThen(
                steps.stream().map(MissingCheckIns.TakenStep::who).toList());
        return steps.stream()
                .map(step -> Map.of(
                        "who",
                        names.on(step.who(), step.when()),
                        "when",
                        BritishFormat.dateAndTime(step.when()),
                        "outcome",
                        step.outcome(),
                        "note",
                        step.note() == null ? "" : step.note()))
                .toList();
    }

    /** @return the week as it was reported */
    public CheckIn week(CaseReference reference, LocalDate weekEnding) {
        return checkIns.find(placements.get(reference), weekEnding).orElseThrow();
    }

    public String reportOf(CheckIn week) {
        return new FormText()
                .line("Week ending", week.weekEnding())
                .line("Hours", BritishFormat.number(week.hours()))
                .line("Cost", BritishFormat.pounds(week.amount()))
                .line(
                        "Not covered by the plan",
                        week.unfunded().signum() == 0 ? null : BritishFormat.pounds(week.unfunded()))
                .line("Concerns", week.concerns())
                .line("RAG rating the PM would give", week.ragNow().label())
                .line("What needs to change in the plan", week.variationReason())
                .line("Support complete", week.supportComplete() ? "Yes, according to the PM" : null)
                .line(
                        "Reported by",
                        people.namesThen(List.of(week.reportedBy())).on(week.reportedBy(), week.reportedAt()))
                .line("Reported", week.reportedAt())
                .markdown();
    }
}
