package org.rovingpm.jobplan;

import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN;
import static org.rovingpm.placement.PlacementStory.MANAGER;
import static org.rovingpm.placement.PlacementStory.PM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.context.ApplicationContext;

/** A plan in its process that the PM has approved and the practice has not yet. */
final class PlanForPractice {

    final PlacementStory story;
    final String reference;
    private final Scheme scheme;

    /** @param joining practices that are in the case besides its first */
    PlanForPractice(ApplicationContext context, Practice... joining) {
        scheme = context.getBean(Scheme.class);
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
        reference = story.reference.value();
        List.of(joining).forEach(practice -> scheme.join(reference, practice));
        context.getBean(RuntimeService.class)
                .startProcessInstanceByKey(
                        JobPlanApprovalProcess.KEY,
                        reference,
                        Map.of(
                                CaseVariables.CASE_REFERENCE,
                                reference,
                                CaseVariables.RAG,
                                "AMBER",
                                CaseVariables.ROVING_PM,
                                PM,
                                JobPlanApprovalProcess.Variables.VARIATION,
                                false));
        submit();
    }

    void submit() {
        scheme.complete(reference, PREPARE_JOB_PLAN, MANAGER, plan());
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, Map.of("answer", "APPROVE"));
    }

    /** @return the token of a link to what the practice is asked */
    String link() {
        long question =
                story.bean(QuestionKinds.class).ask("job-plan", story.reference).orElseThrow();
        return story.bean(QuestionKinds.class).link(question, null);
    }

    private Map<String, Object> plan() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("decision", "SUBMIT");
        fields.put(
                "objectives",
                List.of(
                        Map.of("objective", "Pay the staff on time", "measure", "No late payslip"),
                        Map.of(
                                "objective",
                                "Have > 3 candidates for the post of manager",
                                "measure",
                                "Interviews held")));
        fields.put("sessionsAWeek", 2);
        fields.put("startOn", story.today().toString());
        fields.put("endOn", story.today().plusWeeks(25).toString());
        fields.put("hours", 75.0);
        fields.put("hourlyRate", 40.0);
        fields.put("fund", story.fund);
        return fields;
    }
}
