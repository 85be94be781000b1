package org.rovingpm.jobplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.ACTIVATE_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.APPROVE_SPENDING;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.RELEASE_MONEY;
import static org.rovingpm.placement.PlacementStory.BUDGET_HOLDER;
import static org.rovingpm.placement.PlacementStory.COORDINATOR;
import static org.rovingpm.placement.PlacementStory.MANAGER;
import static org.rovingpm.placement.PlacementStory.PM;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.answer.Question;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class JobPlanApprovalProcessTest {

    private static final Map<String, Object> APPROVE = Map.of("answer", "APPROVE");
    private static final Map<String, Object> REFUSE = Map.of("answer", "REFUSE", "comment", "Not so");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private MovableClock clock;

    private PlacementStory story;
    private String reference;

    @BeforeEach
    void aPlanIsToBePrepared() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
        reference = story.reference.value();
        begin();
    }

    private void begin() {
        processes.startProcessInstanceByKey(
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
    }

    private Map<String, Object> plan(double hours) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("decision", "SUBMIT");
        fields.put("objectives", List.of(Map.of("objective", "Pay the staff on time", "measure", "No late payslip")));
        fields.put("sessionsAWeek", 2);
        fields.put("startOn", story.today().toString());
        fields.put("endOn", story.today().plusWeeks(25).toString());
        fields.put("hours", hours);
        fields.put("hourlyRate", 40.0);
        fields.put("fund", story.fund);
        fields.put("reason", null);
        return fields;
    }

    private void prepare(double hours) {
        scheme.complete(reference, PREPARE_JOB_PLAN, MANAGER, plan(hours));
    }

    private Map<String, Object> practice(Map<String, Object> answer) {
        Map<String, Object> fields = new HashMap<>(answer);
        fields.put("answeredBy", "Dr Ann Field, partner");
        fields.put("answeredOn", story.today().toString());
        return fields;
    }

    @Test
    void everyAnswerLeadsWhereItShouldAndEveryNodeIsPassed() {
        prepare(150);
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, REFUSE);
        scheme.fire(reference, RELEASE_MONEY);
        assertThat(story.money().committed()).isZero();
        assertThat(scheme.openSteps(reference)).containsExactly(PREPARE_JOB_PLAN);

        prepare(150);
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, APPROVE);
        scheme.complete(reference, RECORD_PRACTICE_APPROVAL, COORDINATOR, practice(REFUSE));
        scheme.fire(reference, RELEASE_MONEY);

        prepare(150);
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, APPROVE);
        context.getBean(AnswerJobPlan.class)
                .answer(question(), new AnswerJobPlan.Form(AnswerJobPlan.Choice.APPROVE, null, "Dr Ann Field"));
        scheme.complete(reference, APPROVE_SPENDING, BUDGET_HOLDER, REFUSE);
        scheme.fire(reference, RELEASE_MONEY);

        prepare(150);
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, APPROVE);
        scheme.complete(reference, RECORD_PRACTICE_APPROVAL, COORDINATOR, practice(APPROVE));
        scheme.complete(reference, APPROVE_SPENDING, BUDGET_HOLDER, APPROVE);
        scheme.fire(reference, ACTIVATE_PLAN);
        assertThat(story.stage()).isEqualTo(CaseStage.SUPPORTED);
        assertThat(story.money().committed()).isEqualByComparingTo("6000");
        assertThat(context.getBean(JobPlans.class).inEffect(story.reference))
                .get()
                .extracting(JobPlan::version)
                .isEqualTo(4);

        begin();
        scheme.complete(
                reference, PREPARE_JOB_PLAN, MANAGER, Map.of("decision", "STOP_PLANNING", "reason", "It is enough"));
        assertThat(scheme.openSteps(reference)).isEmpty();
        assertThat(scheme.passed(reference, JobPlanApprovalProcess.KEY))
                .containsExactlyInAnyOrderElementsOf(ProcessModel.flowNodes(JobPlanApprovalProcess.KEY));
    }

    private Question question() {
        Instant now = clock.instant();
        String plan = Long.toString(context.getBean(JobPlans.class)
                .submitted(story.reference)
                .orElseThrow()
                .id());
        return new Question(1, "job-plan", story.reference, plan, now, now.plusSeconds(60), null, null);
    }

    @Test
    void aCheapPlanNeedsNoBudgetHolder() {
        prepare(75);
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, APPROVE);
        scheme.complete(reference, RECORD_PRACTICE_APPROVAL, COORDINATOR, practice(APPROVE));
        scheme.fire(reference, ACTIVATE_PLAN);

        assertThat(scheme.openSteps(reference)).isEmpty();
        assertThat(story.stage()).isEqualTo(CaseStage.SUPPORTED);
    }

    @Test
    void theCommentOfARefusedPlanIsShownWhenItIsPreparedAgain() {
        prepare(75);
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, REFUSE);
        scheme.fire(reference, RELEASE_MONEY);

        assertThat(scheme.shown(reference, PREPARE_JOB_PLAN))
                .containsKeys(
                        "caseSummary",
                        "findings",
                        "earlierComments",
                        "funds",
                        "fundOptions",
                        "objectives",
                        "startOn",
                        "endOn",
                        "sessionsAWeek",
                        "hours",
                        "hourlyRate",
                        "fund")
                .doesNotContainKey("previousPlan");
        assertThat(scheme.shown(reference, PREPARE_JOB_PLAN)
                        .get("earlierComments")
                        .toString())
                .contains("Not so");
    }

    @Test
    void theRateOfThePmsLatestPlanIsFilledIn() {
        new PlacementStory(context, CaseStage.MATCHING).visited().inEffect("75", "42.50");

        assertThat(new BigDecimal(scheme.shown(reference, PREPARE_JOB_PLAN)
                        .get("hourlyRate")
                        .toString()))
                .isEqualByComparingTo("42.50");
    }

    @Test
    void eachFormShowsThePlanThatItIsAbout() {
        assertThat(scheme.shown(reference, PREPARE_JOB_PLAN))
                .containsKeys("startOn", "endOn", "sessionsAWeek", "hours", "needSummary", "spread");
        prepare(150);
        assertThat(scheme.shown(reference, APPROVE_JOB_PLAN))
                .containsKeys("caseSummary", "planSummary", "planObjectives");
        scheme.complete(reference, APPROVE_JOB_PLAN, PM, APPROVE);
        assertThat(scheme.shown(reference, RECORD_PRACTICE_APPROVAL))
                .containsKeys("planSummary", "planObjectives", "contactSummary");
        scheme.complete(reference, RECORD_PRACTICE_APPROVAL, COORDINATOR, practice(APPROVE));
        assertThat(scheme.shown(reference, APPROVE_SPENDING))
                .containsKeys("planSummary", "planObjectives", "fundSummary");
    }

    @Test
    void anotherPmCannotAnswer() {
        prepare(75);

        assertThatThrownBy(() -> scheme.complete(reference, APPROVE_JOB_PLAN, "pm-other", APPROVE))
                .isInstanceOf(AuthorizationException.class);
        assertThat(scheme.openSteps(reference)).containsExactly(APPROVE_JOB_PLAN);
    }
}
