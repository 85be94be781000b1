package org.rovingpm.jobplan.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.jobplan.PrepareJobPlan;
import org.rovingpm.opentask.TasksToDo;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a plan comes to, while it is typed into the form of “Prepare job plan”. */
@RestController
class PlanEstimateApi {

    private static final Set<String> ASKED_BY = Set.of("hours", "hourlyRate", "fund");

    private final TasksToDo tasks;
    private final Submissions submissions;
    private final PrepareJobPlan prepareJobPlan;
    private final Funds funds;

    PlanEstimateApi(TasksToDo tasks, Submissions submissions, PrepareJobPlan prepareJobPlan, Funds funds) {
        this.tasks = tasks;
        this.submissions = submissions;
        this.prepareJobPlan = prepareJobPlan;
        this.funds = funds;
    }

    /** @param sentences what the person reads, one after another */
    record Answer(List<String> sentences) {}

    /**
     * Answers 404 if the task is not open, not theirs to do, or another than the preparation of a plan, and 400 with a sentence
     * for what no plan can have.
     */
    @GetMapping("/api/plan-estimates/{task}")
    ResponseEntity<Object> estimate(
            @PathVariable String task, @RequestParam Map<String, String> typed, Authentication person) {
        List<String> groups = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return tasks.caseOf(task, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN, person.getName(), groups)
                .map(reference -> answer(reference, typed))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<Object> answer(CaseReference reference, Map<String, String> typed) {
        try {
            PrepareJobPlan.Form form = submissions.readSome(PrepareJobPlan.Form.class, typed, ASKED_BY);
            if (form.hours() == null || form.hourlyRate() == null) {
                throw new Refusal("Give the total hours and the hourly rate.");
            }
            Fund fund = form.fund() == null ? null : funds.get(form.fund());
            return ResponseEntity.ok(new Answer(sentences(prepareJobPlan.estimate(reference, form), fund)));
        } catch (Refusal refusal) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("message", refusal.getMessage()));
        }
    }

    private static List<String> sentences(PrepareJobPlan.Estimate estimate, Fund fund) {
        List<String> sentences = new ArrayList<>();
        sentences.add("The plan costs %s%s."
                .formatted(BritishFormat.pounds(estimate.cost()), besideThePlanInEffect(estimate.more())));
        if (estimate.cost().compareTo(estimate.spent()) < 0) {
            sentences.add("%s has been spent already: plan at least that much."
                    .formatted(BritishFormat.pounds(estimate.spent())));
            return sentences;
        }
        sentences.add(
                estimate.budgetHolderNeeded()
                        ? "The budget holder will be asked."
                        : "The budget holder will not be asked.");
        if (fund != null) {
            BigDecimal after = fund.available().subtract(estimate.committed());
            sentences.add(
                    after.signum() < 0
                            ? "The fund “%s” has %s left, and this plan needs %s."
                                    .formatted(
                                            fund.name(),
                                            BritishFormat.pounds(fund.available()),
                                            BritishFormat.pounds(estimate.committed()))
                            : "The fund “%s” has %s available after it."
                                    .formatted(fund.name(), BritishFormat.pounds(after)));
        }
        return sentences;
    }

    private static String besideThePlanInEffect(BigDecimal more) {
        if (more == null) {
            return "";
        }
        return more.signum() == 0
                ? ", as the plan in effect does"
                : ", %s %s than the plan in effect"
                        .formatted(BritishFormat.pounds(more.abs()), more.signum() > 0 ? "more" : "less");
    }
}
