package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Locale;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.PlanStatus;
import org.rovingpm.placement.Placement;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;

/** What a job plan is called on the page of its case. */
final class PlanWords {

    private PlanWords() {}

    /**
     * A plan stays in effect for the money until that is reconciled; people read whether there is support by it.
     *
     * @param placed the placements of the case
     */
    static String status(JobPlan plan, SupportCase supportCase, List<Placement> placed) {
        boolean over = supportCase.stage() == CaseStage.CLOSING
                || !supportCase.stage().open()
                || placed.stream().noneMatch(one -> one.id() == plan.placementId() && one.endedOn() == null);
        return plan.status() == PlanStatus.IN_EFFECT && over
                ? "in effect until its support ended"
                : plan.status().label().toLowerCase(Locale.ROOT);
    }
}
