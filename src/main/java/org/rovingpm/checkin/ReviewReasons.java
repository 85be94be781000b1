package org.rovingpm.checkin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.VariationRequests;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/**
 * Why the service manager has to review a week: a concern, another rating, hours over plan, a plan that must change, support that is
 * to end.
 */
@Component
class ReviewReasons {

    private static final BigDecimal MANY_HOURS = new BigDecimal("1.5");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final VariationRequests variations;

    ReviewReasons(VariationRequests variations) {
        this.variations = variations;
    }

    /**
     * @param hoursInAll reported by the PM so far, this week included
     * @return the same week with its reasons
     */
    CheckIn addedTo(CheckIn week, JobPlan plan, BigDecimal hoursInAll, Rag agreed) {
        return new CheckIn(
                week.id(),
                week.reference(),
                week.placementId(),
                week.planId(),
                week.weekEnding(),
                week.hours(),
                week.hourlyRate(),
                week.amount(),
                week.unfunded(),
                week.overPlanHours(),
                week.concerns(),
                week.ragNow(),
                week.variationReason(),
                week.supportComplete(),
                reasons(week, plan, hoursInAll, agreed),
                week.reportedAt(),
                week.reportedBy(),
                week.progress());
    }

    private List<String> reasons(CheckIn week, JobPlan plan, BigDecimal hoursInAll, Rag agreed) {
        List<String> reasons = new ArrayList<>();
        if (week.concerns() != null) {
            reasons.add("The PM reports a concern.");
        }
        if (week.ragNow() != agreed) {
            reasons.add("The PM would now rate the case %s; the agreed rating is %s."
                    .formatted(week.ragNow().label(), agreed.label()));
        }
        if (week.overPlanHours().signum() > 0) {
            reasons.add("The plan is exceeded by %s.".formatted(BritishFormat.hours(week.overPlanHours())));
        }
        if (week.unfunded().signum() > 0) {
            reasons.add("%s of this week is not covered by the plan.".formatted(BritishFormat.pounds(week.unfunded())));
        }
        if (week.hours().compareTo(plan.hoursAWeek().multiply(MANY_HOURS)) > 0) {
            reasons.add("%s is more than one and a half times the %s planned for a week."
                    .formatted(BritishFormat.hours(week.hours()), BritishFormat.hours(plan.hoursAWeek())));
        }
        if (week.variationReason() != null) {
            reasons.add("The PM says that the plan needs to change.");
        }
        if (week.supportComplete()) {
            reasons.add("The PM says that support is complete.");
            if (variations.open(week.reference()).isPresent()) {
                reasons.add("A variation of the plan is under way.");
            }
            if (hoursInAll.compareTo(plan.hours().multiply(HALF)) < 0) {
                reasons.add("Most of the plan is unused: %s of its %s have been reported."
                        .formatted(BritishFormat.hours(hoursInAll), BritishFormat.hours(plan.hours())));
            }
        }
        return reasons;
    }
}
