package org.rovingpm.jobplan.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.PlanApproval;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** What messages may say of the plan submitted last. */
@Component
class PlanFields implements SubjectFields {

    private final JobPlans plans;
    private final SupportCases cases;
    private final Practices practices;

    PlanFields(JobPlans plans, SupportCases cases, Practices practices) {
        this.plans = plans;
        this.cases = cases;
        this.practices = practices;
    }

    @Override
    public String about() {
        return "plan";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("planVersion", "The number of the plan's version", "2"),
                TemplateField.text("planStart", "The first day of the plan", "Monday 30 November 2026"),
                TemplateField.text("planEnd", "The last day of the plan", "Friday 26 February 2027"),
                TemplateField.text("planSessions", "Half days a week", "2"),
                TemplateField.text("planHours", "Total hours", "96"),
                TemplateField.text("planCost", "What the plan costs", "£4,080.00"),
                TemplateField.rows(
                        "planObjectives",
                        "What is to be achieved, and how people will know that it has been",
                        List.of(Map.of(
                                "objective", "Pay the staff on time", "measure", "No late payslip for two months"))),
                TemplateField.optional(
                        "planChange",
                        "Only for a variation: why the plan changes",
                        "The inspection has been brought forward."),
                TemplateField.optional("planHoursBefore", "Only for a variation: the hours until now", "64"),
                TemplateField.optional("planCostBefore", "Only for a variation: the cost until now", "£2,720.00"),
                TemplateField.optional(
                        "planEndBefore", "Only for a variation: the last day until now", "Friday 29 January 2027"),
                TemplateField.optional(
                        "planRefusedBy", "Only where somebody has refused the plan: who", "the practice"),
                TemplateField.optional(
                        "planRefusal",
                        "Only where somebody has refused the plan: what should change",
                        "We would prefer Tuesdays."));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        JobPlan plan = latest(reference);
        Map<String, Object> values = new HashMap<>();
        values.put("planVersion", Integer.toString(plan.version()));
        values.put("planStart", BritishFormat.weekdayAndDate(plan.startsOn()));
        values.put("planEnd", BritishFormat.weekdayAndDate(plan.endsOn()));
        values.put("planSessions", BritishFormat.number(plan.sessionsAWeek()));
        values.put("planHours", BritishFormat.number(plan.hours()));
        values.put("planCost", BritishFormat.pounds(plan.cost()));
        values.put(
                "planObjectives",
                plan.objectives().stream()
                        .map(objective -> Map.of("objective", objective.objective(), "measure", objective.measure()))
                        .toList());
        if (plan.variation()) {
            values.put("planChange", plan.reason());
            plans.before(plan).ifPresent(before -> {
                values.put("planHoursBefore", BritishFormat.number(before.hours()));
                values.put("planCostBefore", BritishFormat.pounds(before.cost()));
                values.put("planEndBefore", BritishFormat.weekdayAndDate(before.endsOn()));
            });
        }
        plans.approvals(plan).stream()
                .filter(approval -> approval.answer() == Answer.REFUSE)
                .findFirst()
                .ifPresent(approval -> {
                    values.put(
                            "planRefusedBy",
                            switch (approval.party()) {
                                case PM -> "the PM";
                                case PRACTICE -> practiceOf(plan, approval);
                                case BUDGET_HOLDER -> "the budget holder";
                            });
                    values.put("planRefusal", approval.comment());
                });
        return FieldValues.on("plan " + plan.id(), values);
    }

    private String practiceOf(JobPlan plan, PlanApproval approval) {
        return cases.get(plan.reference()).practices().size() == 1
                ? "the practice"
                : practices.nameOf(approval.practice());
    }

    private JobPlan latest(CaseReference reference) {
        return plans.latest(reference)
                .orElseThrow(() -> new IllegalStateException("Case %s has no plan".formatted(reference)));
    }
}
