package org.rovingpm.casepage.web;

import java.util.List;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.funding.Ledger;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The support on the page of a case: the PM, the plan, the check-ins and the money. */
@Component
class SupportPart {

    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final Ledger ledger;

    SupportPart(Placements placements, JobPlans plans, CheckIns checkIns, Ledger ledger) {
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
        this.ledger = ledger;
    }

    /** @return the PMs that the case has had, whose names other parts show too */
    List<Placement> addTo(Model model, SupportCase supportCase) {
        CaseReference reference = supportCase.reference();
        List<Placement> placed = placements.of(reference);
        JobPlan plan = plans.current(reference).orElse(null);
        model.addAttribute("placements", placed);
        model.addAttribute("plan", plan);
        model.addAttribute("planStatus", plan == null ? null : PlanWords.status(plan, supportCase, placed));
        model.addAttribute("weeks", checkIns.of(reference));
        model.addAttribute("money", ledger.moneyOf(reference));
        return placed;
    }
}
