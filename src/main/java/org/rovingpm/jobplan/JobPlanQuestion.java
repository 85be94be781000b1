package org.rovingpm.jobplan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.placement.Placements;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.web.Option;
import org.springframework.stereotype.Component;

/** Whether each practice approves the plan, or the variation of it, that waits for its answer. */
@Component
class JobPlanQuestion implements QuestionKind<AnswerJobPlan.Form> {

    private final AnswerJobPlan answerJobPlan;
    private final JobPlans plans;
    private final Placements placements;
    private final RovingPms rovingPms;

    JobPlanQuestion(AnswerJobPlan answerJobPlan, JobPlans plans, Placements placements, RovingPms rovingPms) {
        this.answerJobPlan = answerJobPlan;
        this.plans = plans;
        this.placements = placements;
        this.rovingPms = rovingPms;
    }

    @Override
    public String purpose() {
        return "job-plan";
    }

    @Override
    public String page() {
        return "jobplan/answer-job-plan";
    }

    @Override
    public Class<AnswerJobPlan.Form> fields() {
        return AnswerJobPlan.Form.class;
    }

    @Override
    public boolean answeredByEach() {
        return true;
    }

    @Override
    public Optional<String> subject(CaseReference reference) {
        return plans.submitted(reference).map(plan -> Long.toString(plan.id()));
    }

    @Override
    public Optional<String> over(Question question) {
        JobPlan plan = planOf(question);
        Optional<PlanApproval> answer = plans.approvals(plan).stream()
                .filter(approval -> approval.party() == Party.PRACTICE
                        && approval.practice().equals(question.practice()))
                .findFirst();
        if (answer.isPresent()) {
            return answer.map(approval -> "%s has answered this already, on %s."
                    .formatted(approval.answeredBy(), BritishFormat.date(approval.answeredOn())));
        }
        if (plans.approvals(plan).stream().anyMatch(approval -> approval.answer() == PlanApproval.Answer.REFUSE)) {
            return preparedAgain(plan);
        }
        return switch (plan.status()) {
            case SUBMITTED -> Optional.empty();
            case REFUSED -> preparedAgain(plan);
            case IN_EFFECT, SUPERSEDED ->
                Optional.of("Version %d of the plan is no longer waiting for an answer.".formatted(plan.version()));
        };
    }

    private static Optional<String> preparedAgain(JobPlan plan) {
        return Optional.of("The plan is being prepared again after version %d: you will be sent the new one."
                .formatted(plan.version()));
    }

    @Override
    public Map<String, Object> shown(Question question) {
        JobPlan plan = planOf(question);
        Map<String, Object> shown = new HashMap<>();
        shown.put("plan", plan);
        shown.put(
                "before",
                plan.variation() ? plans.inEffect(question.reference()).orElse(null) : null);
        shown.put(
                "pmName",
                rovingPms
                        .find(placements.get(question.reference()).pm())
                        .map(RovingPm::name)
                        .orElseThrow());
        shown.put("choices", Option.of(AnswerJobPlan.Choice.values(), AnswerJobPlan.Choice::label));
        return shown;
    }

    @Override
    public void answered(Question question, AnswerJobPlan.Form answer) {
        answerJobPlan.answer(question, answer);
    }

    private JobPlan planOf(Question question) {
        return plans.get(Long.parseLong(question.subject()));
    }
}
