package org.rovingpm.casepage.web;

import java.time.LocalDate;
import java.util.List;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.funding.Ledger;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanStatus;
import org.rovingpm.jobplan.PlanSummary;
import org.rovingpm.jobplan.RecordPracticeApproval;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The support on the page of a case: the PM, the plan, the check-ins and the money. */
@Component
class SupportPart {

    private final Placements placements;
    private final JobPlans plans;
    private final PlanSummary summary;
    private final RecordPracticeApproval recordPracticeApproval;
    private final Practices practices;
    private final CheckIns checkIns;
    private final Ledger ledger;

    SupportPart(
            Placements placements,
            JobPlans plans,
            PlanSummary summary,
            RecordPracticeApproval recordPracticeApproval,
            Practices practices,
            CheckIns checkIns,
            Ledger ledger) {
        this.placements = placements;
        this.plans = plans;
        this.summary = summary;
        this.recordPracticeApproval = recordPracticeApproval;
        this.practices = practices;
        this.checkIns = checkIns;
        this.ledger = ledger;
    }

    /**
     * An answer to the plan.
     *
     * @param whose  the party, of a case with several practices the name of the one that answered
     * @param by     who gave it, by name
     */
    record PlanAnswer(String whose, boolean approved, LocalDate on, String by, String comment) {}

    private List<PlanAnswer> answersTo(JobPlan plan) {
        return plans.approvals(plan).stream()
                .map(one -> new PlanAnswer(
                        summary.whose(plan, one),
                        one.answer() == Answer.APPROVE,
                        one.answeredOn(),
                        one.answeredBy(),
                        one.comment()))
                .toList();
    }

    /** @return the practices of the case that have not approved a plan that waits, by their names */
    private List<String> missing(JobPlan plan) {
        return plan.status() == PlanStatus.SUBMITTED
                ? recordPracticeApproval.missing(plan.id()).stream()
                        .map(practices::nameOf)
                        .toList()
                : List.of();
    }

    /** @return the PMs that the case has had, whose names other parts show too */
    List<Placement> addTo(Model model, SupportCase supportCase) {
        CaseReference reference = supportCase.reference();
        List<Placement> placed = placements.of(reference);
        JobPlan plan = plans.current(reference).orElse(null);
        model.addAttribute("placements", placed);
        model.addAttribute("plan", plan);
        model.addAttribute("planStatus", plan == null ? null : PlanWords.status(plan, supportCase, placed));
        model.addAttribute("planAnswers", plan == null ? List.of() : answersTo(plan));
        model.addAttribute("planMissing", plan == null ? List.of() : missing(plan));
        model.addAttribute("weeks", checkIns.of(reference));
        model.addAttribute("money", ledger.moneyOf(reference));
        return placed;
    }
}
