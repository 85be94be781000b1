package org.rovingpm.placement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rovingpm.engine.FormText;
import org.rovingpm.funding.Pounds;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** PMs and their weeks as forms show them: Markdown texts, and rows of tables. */
@Component
public class WeekSummary {

    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final MissingCheckIns missing;
    private final RovingPms rovingPms;

    WeekSummary(
            Placements placements, JobPlans plans, CheckIns checkIns, MissingCheckIns missing, RovingPms rovingPms) {
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
        this.missing = missing;
        this.rovingPms = rovingPms;
    }

    /** @return who the PM is */
    public String pmOf(CaseReference reference) {
        Placement placement = placements.get(reference);
        RovingPm pm = rovingPms.find(placement.pm()).orElseThrow();
        return new FormText()
                .line("PM", "%s (%s)".formatted(pm.name(), pm.userId()))
                .line("E-mail", pm.email())
                .line("Placed from", placement.startedOn())
                .line("Until about", placement.expectedEnd())
                .markdown();
    }

    /** @return the week to report, and how far the plan has been used */
    public String weekOf(CaseReference reference, LocalDate weekEnding) {
        FormText text = new FormText().line("Week ending", weekEnding);
        placements.active(reference).flatMap(plans::inEffect).ifPresent(plan -> text.line(
                        "Planned for a week", plain(plan.hoursAWeek()) + " hours")
                .line(
                        "Reported so far",
                        "%s of %s hours"
                                .formatted(
                                        plain(checkIns.reported(plan.placementId())
                                                .hours()),
                                        plain(plan.hours()))));
        return text.markdown();
    }

    /** @return a row for each objective of the plan in effect, its progress to be written */
    public List<Map<String, String>> progressToReport(CaseReference reference) {
        return placements.active(reference).flatMap(plans::inEffect).map(JobPlan::objectives).orElse(List.of()).stream()
                .map(objective -> Map.of("objective", objective.objective(), "progress", ""))
                .toList();
    }

    /** @return what was done about the missing report: rows of "who", "when", "outcome" and "note" */
    public List<Map<String, String>> chaseRows(CaseReference reference, LocalDate weekEnding) {
        return missing.of(placements.get(reference), weekEnding).stream()
                .map(taken -> Map.of(
                        "who",
                        taken.who(),
                        "when",
                        FormText.time(taken.when()),
                        "outcome",
                        taken.outcome(),
                        "note",
                        taken.note() == null ? "" : taken.note()))
                .toList();
    }

    /** @return the week as it was reported */
    public CheckIn week(CaseReference reference, LocalDate weekEnding) {
        return checkIns.find(placements.get(reference), weekEnding).orElseThrow();
    }

    public String reportOf(CheckIn week) {
        return new FormText()
                .line("Week ending", week.weekEnding())
                .line("Hours", plain(week.hours()))
                .line("Cost", Pounds.of(week.amount()))
                .line("Not covered by the plan", week.unfunded().signum() == 0 ? null : Pounds.of(week.unfunded()))
                .line("Concerns", week.concerns())
                .line("RAG now", week.ragNow().label())
                .line("What needs to change in the plan", week.variationReason())
                .line("Support complete", week.supportComplete() ? "Yes, says the PM" : null)
                .line("Reported by", week.reportedBy())
                .line("Reported", week.reportedAt())
                .markdown();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
