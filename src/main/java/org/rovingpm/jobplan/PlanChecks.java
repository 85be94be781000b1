package org.rovingpm.jobplan;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.submission.Problems;
import org.springframework.stereotype.Component;

/** Whether a plan makes sense; everything that does not is refused at once. */
@Component
class PlanChecks {

    private static final int MOST_OBJECTIVES = 10;
    private static final int DAYS_BACK = 28;
    private static final int LONGEST_YEARS = 3;
    private static final BigDecimal HOURS_A_SESSION = new BigDecimal("4");

    private final Funds funds;
    private final Clock clock;

    PlanChecks(Funds funds, Clock clock) {
        this.funds = funds;
        this.clock = clock;
    }

    /** @param before the plan in effect of the case, or null */
    void refuseInvalid(PrepareJobPlan.Form form, JobPlan before, boolean variation) {
        Problems problems = new Problems()
                .require(!form.objectives().isEmpty(), "objectives", "Give at least one objective.")
                .require(
                        form.objectives().size() <= MOST_OBJECTIVES,
                        "objectives",
                        "Give at most 10 objectives: combine those that belong together.")
                .require(
                        form.objectives().stream()
                                        .map(objective -> objective.objective().toLowerCase(Locale.ROOT))
                                        .distinct()
                                        .count()
                                == form.objectives().size(),
                        "objectives",
                        "Two objectives are the same: remove one.")
                .require(form.sessionsAWeek() != null, "sessionsAWeek", "Give the sessions a week, such as 2.")
                .require(form.startOn() != null, "startOn", "Give the first day of the plan.")
                .require(form.endOn() != null, "endOn", "Give the last day of the plan.")
                .require(form.hours() != null, "hours", "Give the total hours, such as 64.")
                .require(form.hourlyRate() != null, "hourlyRate", "Give the hourly rate, such as 42.50.")
                .require(before == null || form.reason() != null, "reason", "Say why the plan changes.");
        refuseInvalidFund(form, problems);
        if (form.startOn() != null && form.endOn() != null) {
            refuseInvalidDates(form, variation ? before.startsOn() : null, problems);
        }
        problems.refuseIfAny();
    }

    private void refuseInvalidFund(PrepareJobPlan.Form form, Problems problems) {
        Fund fund = form.fund() == null ? null : funds.find(form.fund()).orElse(null);
        problems.require(form.fund() != null, "fund", "Choose the fund that pays.")
                .require(
                        form.fund() == null || fund != null,
                        "fund",
                        "There is no such fund: choose one of those offered.")
                .require(
                        fund == null || fund.openOn(LocalDate.now(clock)),
                        "fund",
                        fund == null ? "" : "The fund “%s” is not open today: choose another.".formatted(fund.name()));
    }

    /** A plan may begin a little before it is agreed, and a variation keeps the first day of the plan that it changes. */
    private void refuseInvalidDates(PrepareJobPlan.Form form, LocalDate begun, Problems problems) {
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = begun == null ? today.minusDays(DAYS_BACK) : begun.isBefore(today) ? begun : today;
        problems.require(
                        !form.startOn().isBefore(earliest),
                        "startOn",
                        begun == null
                                ? "The first day is more than 28 days ago: give a later one."
                                : "The first day is before that of the plan in effect: give a later one.")
                .require(
                        form.startOn().isBefore(today.plusYears(1)),
                        "startOn",
                        "The first day is more than a year away: check the date.")
                .require(
                        !form.endOn().isBefore(form.startOn()),
                        "endOn",
                        "The last day is before the first: check the dates.")
                .require(
                        !form.endOn().isBefore(today),
                        "endOn",
                        "The last day has passed: give today's date or a later one.")
                .require(
                        form.endOn().isBefore(form.startOn().plusYears(LONGEST_YEARS)),
                        "endOn",
                        "The plan lasts three years or more: plan for less and vary it later.");
        if (form.sessionsAWeek() != null
                && form.hours() != null
                && !form.endOn().isBefore(form.startOn())) {
            refuseTooManyHours(form, problems);
        }
    }

    private void refuseTooManyHours(PrepareJobPlan.Form form, Problems problems) {
        long weeks = ChronoUnit.DAYS.between(form.startOn(), form.endOn()) / 7 + 1;
        BigDecimal most = form.sessionsAWeek().multiply(HOURS_A_SESSION).multiply(BigDecimal.valueOf(weeks));
        problems.require(
                form.hours().compareTo(most) <= 0,
                "hours",
                "%s is too much for %s a week: over %s, at 4 hours a session, the most is %s."
                        .formatted(
                                BritishFormat.hours(form.hours()),
                                BritishFormat.count(form.sessionsAWeek(), "session"),
                                BritishFormat.count(weeks, "week"),
                                BritishFormat.hours(most)));
    }
}
