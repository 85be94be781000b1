package org.rovingpm.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.core.authority.AuthorityUtils.createAuthorityList;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The end of a case of several practices: each is asked what it thinks of its support, and the case is closed once all are known. */
@ApplicationTest
@StartsAt
class SeveralPracticesFeedbackTest {

    private static final String RECORD_FEEDBACK = CaseClosureProcess.Elements.RECORD_FEEDBACK;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private AnswerQuestion answerQuestion;

    @Autowired
    private Feedbacks feedbacks;

    @Autowired
    private Messages messages;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private PlacementStory story;
    private String reference;
    private OdsCode first;
    private OdsCode second;

    @BeforeEach
    void aCaseOfTwoPracticesWhoseSupportIsOver() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
        reference = story.reference.value();
        scheme.join(reference, scheme.practice("Z93011"));
        first = cases.get(story.reference).practices().get(0);
        second = cases.get(story.reference).practices().get(1);
        story.inEffect("20", "40");
        processes.startProcessInstanceByKey(
                CaseClosureProcess.KEY,
                reference,
                Map.of(CaseVariables.CASE_REFERENCE, reference, CaseVariables.RAG, "AMBER"));
        scheme.complete(
                reference,
                CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                "service-manager",
                Map.of("objectivesMet", "SOME", "whatChanged", "Payroll runs.", "whatRemains", "Recruit a manager."));
        scheme.complete(
                reference, CaseClosureProcess.Elements.RECONCILE_MONEY, "service-manager", Map.of("confirmed", true));
    }

    @AfterEach
    void leaveNothingRunning() {
        scheme.forget(reference);
        jdbc.sql(
                        "update support_case set stage = 'CLOSED', closed_at = now() where closed_at is null and reference = :reference")
                .param("reference", reference)
                .update();
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    private String linkOf(OdsCode practice) {
        return kinds.link(kinds.ask("feedback", story.reference, practice).orElseThrow(), null, practice);
    }

    private void answer(String link, String who) {
        answerQuestion.answer(
                link,
                Map.of(
                        "wouldRecommend", "AGREE",
                        "lengthUseful", "NEITHER",
                        "improvements", "STRONGLY_AGREE",
                        "answeredBy", who));
    }

    private void recordNone(String practice) {
        Map<String, Object> fields = new HashMap<>(Map.of("given", "NO", "noFeedbackReason", "They did not answer."));
        if (practice != null) {
            fields.put("practice", practice);
        }
        scheme.complete(reference, RECORD_FEEDBACK, "coordinator", fields);
    }

    private List<String> sent(String template) {
        return messages.of(story.reference, 100).stream()
                .filter(message -> message.template().equals(template))
                .map(Message::person)
                .sorted()
                .toList();
    }

    @Test
    void eachPracticeGivesItsOwnFeedbackAndTheCasePageShowsEach() throws Exception {
        assertThat(sent("feedback")).containsExactlyInAnyOrder(first.value(), second.value());
        answer(linkOf(second), "Dr B Rung");
        assertThat(scheme.openSteps(reference)).containsExactly(RECORD_FEEDBACK);
        scheme.fire(reference, CaseClosureProcess.Timers.FIRST_REMINDER_DUE);
        assertThat(sent("feedback-reminder"))
                .as("who has answered is not reminded")
                .containsExactly(first.value());

        answer(linkOf(first), "Dr A Patel");
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(feedbacks.of(story.reference)).extracting(Feedback::practice).containsExactly(second, first);
        assertThat(web.perform(get("/cases/" + reference)
                                .with(user("service-manager").authorities(createAuthorityList("service-manager"))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("given by Dr B Rung", "given by Dr A Patel", "<h3>Practice Z93011</h3>");
    }

    @Test
    void whatTheCoordinatorRecordsOfOneLeavesTheTaskForTheOtherAndItsRemindersAnew() throws Exception {
        scheme.fire(reference, CaseClosureProcess.Timers.FIRST_REMINDER_DUE);
        assertThat(sent("feedback-reminder")).hasSize(2);
        assertThatThrownBy(() -> recordNone(null)).hasMessageContaining("Choose the practice");
        recordNone(second.value());
        assertThat(scheme.openSteps(reference)).containsExactly(RECORD_FEEDBACK);
        assertThat(web.perform(get("/answer/" + linkOf(second)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("We have noted that your practice gives no feedback");
        assertThatThrownBy(() -> recordNone(second.value())).hasMessageContaining("has given its feedback already");
        assertThat(sent("feedback-reminder"))
                .as("nothing is sent again because the task is open again")
                .hasSize(2);

        recordNone(null);
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(cases.get(story.reference).stage()).isEqualTo(CaseStage.CLOSED);
    }

    @Test
    void ofTwoPracticesThatAnswerAtTheSameMomentTheLastOneClosesTheCase() {
        List<String> links =
                Stream.of(first, first, second, second).map(this::linkOf).toList();
        CyclicBarrier together = new CyclicBarrier(links.size());
        List<CompletableFuture<Boolean>> answers = links.stream()
                .map(link -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        answer(link, "Dr A Patel");
                        return true;
                    } catch (Refusal late) {
                        return false;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }))
                .toList();
        assertThat(answers.stream().filter(CompletableFuture::join)).hasSize(2);
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(feedbacks.of(story.reference)).hasSize(2);
    }
}
