package org.rovingpm.checkin;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rovingpm.engine.FormText;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.linkedcase.CaseLinks;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.closure.SupportRecord;
import org.springframework.stereotype.Component;

/** What support came to, from the plan in effect and the PM's check-ins. */
@Component
class CheckInSupportRecord implements SupportRecord {

    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final CaseLinks links;

    CheckInSupportRecord(Placements placements, JobPlans plans, CheckIns checkIns, CaseLinks links) {
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
        this.links = links;
    }

    @Override
    public boolean isGiven(CaseReference reference) {
        boolean begun = placements.visited(reference)
                || plans.submitted(reference).isPresent()
                || plans.inEffect(reference).isPresent();
        return begun && !links.isDuplicate(reference);
    }

    @Override
    public String hoursOf(CaseReference reference) {
        List<CheckIn> weeks = checkIns.of(reference);
        BigDecimal unfunded = sum(weeks, CheckIn::unfunded);
        return new FormText()
                .line(
                        "Hours planned",
                        plans.inEffect(reference)
                                .map(plan -> BritishFormat.number(plan.hours()))
                                .orElse("no plan took effect"))
                .line("Hours reported", BritishFormat.number(sum(weeks, CheckIn::hours)))
                .line("Weeks reported", weeks.size())
                .line("Not covered by any plan", unfunded.signum() == 0 ? null : BritishFormat.pounds(unfunded))
                .markdown();
    }

    @Override
    public List<Objective> objectivesOf(CaseReference reference) {
        Map<String, String> latest = new HashMap<>();
        checkIns.of(reference).forEach(week -> week.progress()
                .forEach(reported -> latest.putIfAbsent(reported.objective(), reported.progress())));
        return plans.inEffect(reference).map(JobPlan::objectives).orElse(List.of()).stream()
                .map(objective -> new Objective(
                        objective.objective(),
                        objective.measure(),
                        latest.getOrDefault(objective.objective(), "not reported")))
                .toList();
    }

    private static BigDecimal sum(List<CheckIn> weeks, Function<CheckIn, BigDecimal> amount) {
        return weeks.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
