package org.rovingpm.jobplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.ACTIVATE_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.RELEASE_MONEY;
import static org.springframework.security.core.authority.AuthorityUtils.createAuthorityList;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The plan of a case of several practices: each approves it for itself, by a link of its own or by telephone. */
@ApplicationTest
@StartsAt
class SeveralPracticesApproveTest {

    private static final String PATEL = "Dr A Patel, partner";
    private static final String RUNG = "Dr B Rung, partner";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private AnswerQuestion answerQuestion;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Messages messages;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private PlanForPractice plan;
    private OdsCode first;
    private OdsCode second;

    @BeforeEach
    void aPlanForTwoPractices() {
        Practice joining = scheme.practice("Z93002");
        plan = new PlanForPractice(context, joining);
        List<OdsCode> practices = cases.get(plan.story.reference).practices();
        first = practices.get(0);
        second = practices.get(1);
        assertThat(second).isEqualTo(joining.code());
    }

    @AfterEach
    void leaveNothingRunning() {
        scheme.forget(plan.reference);
        jdbc.sql("update support_case set stage = 'DECLINED', held_at = null, held_until = null, closed_at = now() "
                        + "where closed_at is null and reference = :reference")
                .param("reference", plan.reference)
                .update();
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    private String linkOf(OdsCode practice) {
        return kinds.link(kinds.ask("job-plan", plan.story.reference, practice).orElseThrow(), null, practice);
    }

    private void answer(String link, String answer, String by) {
        answerQuestion.answer(
                link,
                answer.equals("APPROVE")
                        ? Map.of("answer", answer, "answeredBy", by)
                        : Map.of("answer", answer, "comment", "We want Tuesdays", "answeredBy", by));
    }

    private void record(String practice, String answer) {
        scheme.complete(
                plan.reference,
                RECORD_PRACTICE_APPROVAL,
                "coordinator",
                Map.of(
                        "practice", practice,
                        "answer", answer,
                        "answeredBy", RUNG,
                        "answeredOn", plan.story.today().toString()));
    }

    private String page(String address) throws Exception {
        return web.perform(
                        get(address).with(user("service-manager").authorities(createAuthorityList("service-manager"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private List<String> asked() {
        return messages.of(plan.story.reference, 100).stream()
                .filter(message -> message.template().equals("plan-to-approve"))
                .map(Message::person)
                .sorted()
                .toList();
    }

    @Test
    void thePlanIsApprovedWhenEveryPracticeHasApprovedIt() throws Exception {
        assertThat(asked()).containsExactlyInAnyOrder(first.value(), second.value());
        answer(linkOf(first), "APPROVE", PATEL);
        assertThat(scheme.openSteps(plan.reference)).containsExactly(RECORD_PRACTICE_APPROVAL);
        assertThat(page("/cases/" + plan.reference)).contains(PATEL, "Practice Z93002: has not answered");
        assertThat(scheme.shown(plan.reference, RECORD_PRACTICE_APPROVAL)
                        .get("planSummary")
                        .toString())
                .contains(PATEL);

        answer(linkOf(second), "APPROVE", RUNG);
        assertThat(scheme.openSteps(plan.reference)).isEmpty();
        scheme.fire(plan.reference, ACTIVATE_PLAN);
        assertThat(plan.story.timeline())
                .extracting(Timeline.Entry::newValue)
                .contains("Version 1, answered by %s for Practice Z93002".formatted(RUNG));
    }

    @Test
    void ofTwoPracticesThatApproveAtTheSameMomentTheLastOneMovesTheCase() {
        List<String> links =
                Stream.of(first, first, second, second).map(this::linkOf).toList();
        CyclicBarrier together = new CyclicBarrier(links.size());
        List<CompletableFuture<Boolean>> answers = links.stream()
                .map(link -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        answer(link, "APPROVE", PATEL);
                        return true;
                    } catch (Refusal late) {
                        return false;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }))
                .toList();
        assertThat(answers.stream().filter(CompletableFuture::join)).hasSize(2);
        scheme.fire(plan.reference, ACTIVATE_PLAN);
        assertThat(jdbc.sql("select count(*) from plan_approval a join job_plan p on p.id = a.plan_id"
                                + " where p.case_reference = :reference and a.party = 'PRACTICE'")
                        .param("reference", plan.reference)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theFirstRefusalLeadsBackToThePreparationAndTheOthersAreAskedAnew() throws Exception {
        String late = linkOf(first);
        answer(linkOf(second), "ASK_FOR_CHANGE", RUNG);
        assertThat(page("/answer/" + late)).contains("The plan is being prepared again after version 1");
        assertThatThrownBy(() -> answer(late, "APPROVE", PATEL)).isInstanceOf(Refusal.class);
        scheme.fire(plan.reference, RELEASE_MONEY);
        assertThat(scheme.openSteps(plan.reference)).containsExactly(PREPARE_JOB_PLAN);
        assertThat(scheme.shown(plan.reference, PREPARE_JOB_PLAN).toString())
                .contains("We want Tuesdays", "Practice Z93002");
        assertThat(messages.of(plan.story.reference, 100))
                .filteredOn(message -> message.template().equals("plan-refused"))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.body()).contains("Practice Z93002 did not agree to it"));

        plan.submit();
        assertThat(asked()).hasSize(4);
        answer(linkOf(first), "APPROVE", PATEL);
        answer(linkOf(second), "APPROVE", RUNG);
        scheme.fire(plan.reference, ACTIVATE_PLAN);
    }

    @Test
    void whatTheCoordinatorHearsFromOnePracticeLeavesTheTaskOpenForTheOther() throws Exception {
        assertThatThrownBy(() -> scheme.complete(
                        plan.reference,
                        RECORD_PRACTICE_APPROVAL,
                        "coordinator",
                        Map.of(
                                "answer",
                                "APPROVE",
                                "answeredBy",
                                RUNG,
                                "answeredOn",
                                plan.story.today().toString())))
                .hasMessageContaining("Choose which practice answered");
        record(second.value(), "APPROVE");
        assertThat(scheme.openSteps(plan.reference)).containsExactly(RECORD_PRACTICE_APPROVAL);
        assertThat(page("/answer/" + linkOf(second))).contains(RUNG + " has answered this already");
        assertThatThrownBy(() -> record(second.value(), "APPROVE")).hasMessageContaining("no longer waiting");
        assertThatThrownBy(() -> record("Z96043", "APPROVE")).hasMessageContaining("not one of case");

        answer(linkOf(first), "APPROVE", PATEL);
        assertThat(scheme.openSteps(plan.reference)).isEmpty();
    }

    @Test
    void onlyThoseWhoHaveNotAnsweredAreRemindedAndNobodyJoinsOrLeavesMeanwhile() {
        record(second.value(), "APPROVE");
        queueMessage.queue("plan-to-approve", plan.story.reference, new QueueMessage.Moment("asked again", "today"));
        assertThat(asked()).containsExactlyInAnyOrder(first.value(), first.value(), second.value());

        assertThatThrownBy(() -> scheme.join(plan.reference, scheme.practice("Z93003")))
                .hasMessageContaining("waits for answers: no practice can join or leave the case");
        answer(linkOf(first), "APPROVE", PATEL);
        scheme.fire(plan.reference, ACTIVATE_PLAN);
        scheme.join(plan.reference, scheme.practice("Z93003"));
        assertThat(cases.get(plan.story.reference).practices()).hasSize(3);
    }

    @Test
    void noPathThroughAModelActivatesAPlanThatOnePracticeHasNotApproved() {
        record(second.value(), "APPROVE");
        long id = plan.story
                .bean(JobPlans.class)
                .submitted(plan.story.reference)
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> plan.story.bean(ActivatePlan.class).activate(id, "system"))
                .isInstanceOf(IllegalStateException.class);
    }
}
