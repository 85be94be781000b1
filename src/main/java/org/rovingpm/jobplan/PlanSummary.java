package org.rovingpm.jobplan;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.FormText;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.CaseMoney;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.funding.Ledger;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** Plans and their money as forms show them: Markdown texts, rows of tables, answers filled in beforehand. */
@Component
public class PlanSummary {

    private static final BigDecimal HOURS_A_SESSION = new BigDecimal("4");

    private final SupportCases cases;
    private final Practices practices;
    private final Needs needs;
    private final JobPlans plans;
    private final HoursReported hours;
    private final VariationRequests variations;
    private final Funds funds;
    private final Ledger ledger;
    private final PersonDirectory people;
    private final Clock clock;

    PlanSummary(
            SupportCases cases,
            Practices practices,
            Needs needs,
            JobPlans plans,
            HoursReported hours,
            VariationRequests variations,
            Funds funds,
            Ledger ledger,
            PersonDirectory people,
            Clock clock) {
        this.cases = cases;
        this.practices = practices;
        this.needs = needs;
        this.plans = plans;
        this.hours = hours;
        this.variations = variations;
        this.funds = funds;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    /** @return the plan in effect, what has been used of it, and the variation requested; null if no plan is in effect */
    public String inEffect(CaseReference reference) {
        return plans.inEffect(reference)
                .map(plan -> {
                    HoursReported.Total reported = hours.reported(plan.placementId());
                    return described(plan)
                            .line("Hours reported", BritishFormat.number(reported.hours()))
                            .line("Spent", BritishFormat.pounds(reported.paid()))
                            .line("Change requested", variations.open(reference).orElse(null))
                            .markdown();
                })
                .orElse(null);
    }

    /** @return the plan that waits for answers, with those given so far */
    public String of(JobPlan plan) {
        FormText text = described(plan).line("Why it changes", plan.reason());
        if (plan.variation()) {
            plans.inEffect(plan.reference())
                    .ifPresent(before -> text.line("Plan until now", PrepareJobPlan.summary(before)));
        }
        plans.approvals(plan)
                .forEach(approval -> text.line(
                        whose(plan, approval),
                        "%s: %s"
                                .formatted(
                                        approval.answer() == Answer.APPROVE ? "Approved" : "Refused",
                                        approval.answeredBy())));
        return text.line(
                        "Prepared by",
                        people.namesThen(List.of(plan.preparedBy())).on(plan.preparedBy(), plan.preparedAt()))
                .markdown();
    }

    /** @return what the plan's fund has, with this plan's money committed already */
    public String fundOf(JobPlan plan) {
        Fund fund = funds.get(plan.fund());
        return new FormText()
                .line("Fund", fund.name())
                .line("In the fund", BritishFormat.pounds(fund.allocated()))
                .line("Spent", BritishFormat.pounds(fund.spent()))
                .line("Committed, including this plan", BritishFormat.pounds(fund.committed()))
                .line("Available", BritishFormat.pounds(fund.available()))
                .line("Committed for this plan alone", BritishFormat.pounds(plan.newlyCommitted()))
                .markdown();
    }

    /** @return the open funds, rows of "fund" and "available" */
    public List<Map<String, String>> fundRows() {
        return funds.open().stream()
                .map(fund -> Map.of("fund", fund.name(), "available", BritishFormat.pounds(fund.available())))
                .toList();
    }

    /** @return the open funds, options of "label" and "value" */
    public List<Map<String, String>> fundOptions() {
        return funds.open().stream()
                .map(fund -> Map.of("label", fund.name(), "value", fund.code()))
                .toList();
    }

    /** @return why the last version was refused: rows of "who", "when" and "comment"; none if it was not */
    public List<Map<String, String>> refusals(CaseReference reference) {
        return plans.latest(reference).filter(plan -> plan.status() == PlanStatus.REFUSED).stream()
                .flatMap(plan -> plans.approvals(plan).stream()
                        .filter(approval -> approval.answer() == Answer.REFUSE)
                        .map(approval -> Map.of(
                                "who",
                                "%s (%s)".formatted(approval.answeredBy(), whose(plan, approval)),
                                "when",
                                BritishFormat.date(approval.answeredOn()),
                                "comment",
                                approval.comment())))
                .toList();
    }

    /** @return whose answer it is: of a case with several practices, by the name of the one that gave it */
    public String whose(JobPlan plan, PlanApproval approval) {
        return approval.practice() == null
                        || cases.get(plan.reference()).practices().size() == 1
                ? approval.party().label()
                : practices.nameOf(approval.practice());
    }

    /** @return the first answers for a new version: those of the last one, or of the need and the PM's latest rate where there is none yet */
    public Map<String, Object> draft(CaseReference reference) {
        Map<String, Object> draft = new HashMap<>();
        plans.latest(reference)
                .ifPresentOrElse(
                        plan -> {
                            draft.put("objectives", plan.objectives());
                            draft.put("sessionsAWeek", plan.sessionsAWeek());
                            draft.put("startOn", plan.startsOn());
                            draft.put("endOn", plan.endsOn());
                            draft.put("hours", plan.hours());
                            draft.put("hourlyRate", plan.hourlyRate());
                            draft.put("fund", plan.fund());
                        },
                        () -> fill(draft, needs.latest(reference)));
        if (!draft.containsKey("hourlyRate")) {
            plans.latestRateOfPm(reference).ifPresent(rate -> draft.put("hourlyRate", rate));
        }
        variations.open(reference).ifPresent(reason -> draft.put("reason", reason));
        return draft;
    }

    private void fill(Map<String, Object> draft, Need need) {
        LocalDate today = LocalDate.now(clock);
        LocalDate start = need.start().isBefore(today) ? today : need.start();
        draft.put("sessionsAWeek", need.sessionsAWeek());
        draft.put("startOn", start);
        draft.put("endOn", start.plusWeeks(need.weeks()).minusDays(1));
        draft.put("hours", need.sessionsAWeek().multiply(HOURS_A_SESSION).multiply(BigDecimal.valueOf(need.weeks())));
    }

    /** @return the money of the case, a row a fund: "fund", "planned", "committed", "spent", "toRelease" */
    public List<Map<String, String>> moneyRows(CaseReference reference) {
        return ledger.moneyOf(reference).stream()
                .map(money -> row(reference, money))
                .toList();
    }

    private Map<String, String> row(CaseReference reference, CaseMoney money) {
        String planned = plans.inEffect(reference)
                .filter(plan -> plan.fund().equals(money.fundCode()))
                .map(plan -> BritishFormat.pounds(plan.cost()))
                .orElse("–");
        return Map.of(
                "fund",
                money.fundName(),
                "planned",
                planned,
                "committed",
                BritishFormat.pounds(money.committed()),
                "spent",
                BritishFormat.pounds(money.spent()),
                "toRelease",
                BritishFormat.pounds(money.committed()));
    }

    private FormText described(JobPlan plan) {
        return new FormText()
                .line(
                        "Version",
                        "%d (%s)"
                                .formatted(plan.version(), plan.status().label().toLowerCase(Locale.ROOT)))
                .line("From", plan.startsOn())
                .line("To", plan.endsOn())
                .line("Sessions a week", BritishFormat.number(plan.sessionsAWeek()))
                .line("Total hours", BritishFormat.number(plan.hours()))
                .line("Hourly rate", BritishFormat.pounds(plan.hourlyRate()))
                .line("Cost", BritishFormat.pounds(plan.cost()))
                .line("Fund", funds.get(plan.fund()).name());
    }
}
