package org.rovingpm.placement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.FormText;
import org.rovingpm.funding.CaseMoney;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.funding.Ledger;
import org.rovingpm.funding.Pounds;
import org.rovingpm.placement.PlanApproval.Answer;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Needs, plans and money as forms show them: Markdown texts, rows of tables, answers filled in beforehand. */
@Component
public class PlanSummary {

    private static final BigDecimal HOURS_A_SESSION = new BigDecimal("4");

    private final Needs needs;
    private final FirstVisits visits;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final VariationRequests variations;
    private final Funds funds;
    private final Ledger ledger;
    private final Clock clock;

    PlanSummary(
            Needs needs,
            FirstVisits visits,
            JobPlans plans,
            CheckIns checkIns,
            VariationRequests variations,
            Funds funds,
            Ledger ledger,
            Clock clock) {
        this.needs = needs;
        this.visits = visits;
        this.plans = plans;
        this.checkIns = checkIns;
        this.variations = variations;
        this.funds = funds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return what the practice needs, as assessed last */
    public String needOf(CaseReference reference) {
        Need need = needs.latest(reference);
        return new FormText()
                .line(
                        "Kinds of help",
                        need.kinds().stream().map(kind -> kind.label()).collect(Collectors.joining(", ")))
                .line("Help needed", need.helpNeeded())
                .line("Sessions a week", plain(need.sessionsAWeek()))
                .line("From", need.start())
                .line("For", need.weeks() == 1 ? "1 week" : need.weeks() + " weeks")
                .markdown();
    }

    /** @return what the PM found at the first visit, or null */
    public String findingsOf(CaseReference reference) {
        FormText text = new FormText();
        visits.latest(reference).ifPresent(visit -> text.line("Visited", visit.visitedOn())
                .line("Found", visit.found())
                .line("Needs", visit.needsConfirmed() ? "As assessed" : "Changed")
                .line("RAG as the PM saw it", visit.ragNow().label())
                .line("Because", visit.ragReason()));
        return text.markdown();
    }

    /** @return the plan in effect, what has been used of it, and what was asked to change; null where no plan is in effect */
    public String inEffect(CaseReference reference) {
        return plans.inEffect(reference)
                .map(plan -> {
                    CheckIns.Reported reported = checkIns.reported(plan.placementId());
                    return described(plan)
                            .line("Hours reported", plain(reported.hours()))
                            .line("Spent", Pounds.of(reported.paid()))
                            .line("Asked to change", variations.open(reference).orElse(null))
                            .markdown();
                })
                .orElse(null);
    }

    /** @return the plan that waits for answers, with those given so far */
    public String of(JobPlan plan) {
        FormText text = described(plan).line("Why it changes", plan.reason());
        if (plan.variation()) {
            plans.inEffect(plan.reference())
                    .ifPresent(before -> text.line("Until now", PrepareJobPlan.summary(before)));
        }
        plans.approvals(plan)
                .forEach(given -> text.line(
                        given.party().label(),
                        "%s: %s"
                                .formatted(
                                        given.answer() == Answer.APPROVE ? "Approved" : "Refused",
                                        given.onWhoseWord())));
        return text.line("Prepared by", plan.preparedBy()).markdown();
    }

    /** @return what the plan's fund has, with this plan's money promised already */
    public String fundOf(JobPlan plan) {
        Fund fund = funds.get(plan.fund());
        return new FormText()
                .line("Fund", fund.name())
                .line("In the fund", Pounds.of(fund.allocated()))
                .line("Spent", Pounds.of(fund.spent()))
                .line("Promised, this plan included", Pounds.of(fund.committed()))
                .line("Left to promise", Pounds.of(fund.free()))
                .line("Newly promised for this plan", Pounds.of(plan.newlyCommitted()))
                .markdown();
    }

    /** @return the open funds, rows of "fund" and "available" */
    public List<Map<String, String>> fundRows() {
        return funds.open().stream()
                .map(fund -> Map.of("fund", fund.name(), "available", Pounds.of(fund.free())))
                .toList();
    }

    /** @return the open funds, options of "label" and "value" */
    public List<Map<String, String>> fundOptions() {
        return funds.open().stream()
                .map(fund -> Map.of("label", fund.name(), "value", fund.code()))
                .toList();
    }

    /** @return why the last version was refused: rows of "who", "when" and "comment"; none where it was not */
    public List<Map<String, String>> refusals(CaseReference reference) {
        return plans.latest(reference).filter(plan -> plan.status() == PlanStatus.REFUSED).stream()
                .flatMap(plan -> plans.approvals(plan).stream())
                .filter(given -> given.answer() == Answer.REFUSE)
                .map(given -> Map.of(
                        "who",
                        "%s (%s)".formatted(given.onWhoseWord(), given.party().label()),
                        "when",
                        FormText.date(given.answeredOn()),
                        "comment",
                        given.comment()))
                .toList();
    }

    /** @return answers for a new version: those of the last one, or of the need before there is any */
    public Map<String, Object> draft(CaseReference reference) {
        Map<String, Object> draft = new HashMap<>();
        plans.latest(reference)
                .ifPresentOrElse(
                        plan -> {
                            draft.put("objectives", plan.objectives());
                            draft.put("sessionsAWeek", plan.sessionsAWeek());
                            draft.put("startOn", plan.startOn());
                            draft.put("endOn", plan.endOn());
                            draft.put("hours", plan.hours());
                            draft.put("hourlyRate", plan.hourlyRate());
                            draft.put("fund", plan.fund());
                        },
                        () -> fill(draft, needs.latest(reference)));
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

    /** @return the objectives of the plan in effect with what was reported last: rows of "objective", "measure" and "progress" */
    public List<Map<String, String>> objectivesWithProgress(CaseReference reference) {
        Map<String, String> latest = new HashMap<>();
        checkIns.of(reference).forEach(week -> week.progress()
                .forEach(reported -> latest.putIfAbsent(reported.objective(), reported.progress())));
        return plans.inEffect(reference).map(JobPlan::objectives).orElse(List.of()).stream()
                .map(objective -> Map.of(
                        "objective",
                        objective.objective(),
                        "measure",
                        objective.measure(),
                        "progress",
                        latest.getOrDefault(objective.objective(), "not reported")))
                .toList();
    }

    /** @return the hours of the case, planned and reported */
    public String hoursOf(CaseReference reference) {
        List<CheckIn> weeks = checkIns.of(reference);
        return new FormText()
                .line(
                        "Hours planned",
                        plans.inEffect(reference)
                                .map(plan -> plain(plan.hours()))
                                .orElse("no plan took effect"))
                .line(
                        "Hours reported",
                        plain(weeks.stream().map(CheckIn::hours).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .line("Weeks reported", weeks.size())
                .line("Not covered by any plan", uncovered(weeks))
                .markdown();
    }

    private static String uncovered(List<CheckIn> weeks) {
        BigDecimal unfunded = weeks.stream().map(CheckIn::unfunded).reduce(BigDecimal.ZERO, BigDecimal::add);
        return unfunded.signum() == 0 ? null : Pounds.of(unfunded);
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
                .map(plan -> Pounds.of(plan.cost()))
                .orElse("–");
        return Map.of(
                "fund",
                money.fundName(),
                "planned",
                planned,
                "committed",
                Pounds.of(money.committed()),
                "spent",
                Pounds.of(money.spent()),
                "toRelease",
                Pounds.of(money.committed()));
    }

    private FormText described(JobPlan plan) {
        return new FormText()
                .line(
                        "Version",
                        "%d (%s)"
                                .formatted(plan.version(), plan.status().label().toLowerCase()))
                .line("From", plan.startOn())
                .line("To", plan.endOn())
                .line("Sessions a week", plain(plan.sessionsAWeek()))
                .line("Hours in all", plain(plan.hours()))
                .line("Rate an hour", Pounds.of(plan.hourlyRate()))
                .line("Cost", Pounds.of(plan.cost()))
                .line("Fund", funds.get(plan.fund()).name());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
