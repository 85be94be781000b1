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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ApplicationTest
@StartsAt
class AnswerJobPlanTest {

    private static final String PATEL = "Dr A Patel, partner";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private AnswerQuestion answerQuestion;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc browser;

    private PlanForPractice plan;

    @BeforeEach
    void aPlanForThePractice() {
        plan = new PlanForPractice(context);
    }

    @AfterEach
    void leaveNothingRunning() {
        scheme.forget(plan.reference);
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    private void answer(String token, String answer, String comment, String by) {
        answerQuestion.answer(
                token,
                comment == null
                        ? Map.of("answer", answer, "answeredBy", by)
                        : Map.of("answer", answer, "comment", comment, "answeredBy", by));
    }

    private String page(String token) throws Exception {
        return browser.perform(get("/answer/" + token))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void anApprovalIsRecordedAsThePracticesOwn() {
        answer(plan.link(), "APPROVE", null, PATEL);
        assertThat(plan.story.timeline())
                .extracting(Timeline.Entry::who, Timeline.Entry::what, Timeline.Entry::newValue)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "practice", "Job plan approved: Practice", "Version 1, answered by " + PATEL));
        scheme.fire(plan.reference, ACTIVATE_PLAN);
    }

    @Test
    void anAnsweredLinkSaysForADayWhoAnsweredAndThenOnlyThatItWas() throws Exception {
        String token = plan.link();
        answer(token, "APPROVE", null, PATEL);
        assertThat(page(token)).contains(PATEL + " answered for");

        clock.moveBy(Duration.ofHours(25));

        assertThat(page(token)).contains("answered already").doesNotContain("Patel", "Practice Z", plan.reference);
        assertThat(page(token + "?thanks")).doesNotContain("Patel", "Practice Z", plan.reference);
    }

    @Test
    void aRequestForChangeLeadsBackToThePreparationWithItsComment() {
        String token = plan.link();
        assertThatThrownBy(() -> answer(token, "ASK_FOR_CHANGE", null, PATEL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Say what should change");
        answer(token, "ASK_FOR_CHANGE", "We want Tuesdays", PATEL);
        scheme.fire(plan.reference, RELEASE_MONEY);
        assertThat(scheme.openSteps(plan.reference)).containsExactly(PREPARE_JOB_PLAN);
        assertThat(scheme.shown(plan.reference, PREPARE_JOB_PLAN).toString()).contains("We want Tuesdays");
    }

    @Test
    void aLinkToAPlanThatHasBeenReplacedSaysSo() throws Exception {
        String old = plan.link();
        scheme.complete(
                plan.reference,
                RECORD_PRACTICE_APPROVAL,
                "coordinator",
                Map.of(
                        "answer",
                        "REFUSE",
                        "answeredBy",
                        "Dr Rung",
                        "answeredOn",
                        plan.story.today().toString(),
                        "comment",
                        "Fewer hours"));
        scheme.fire(plan.reference, RELEASE_MONEY);
        assertThat(page(old)).contains("Dr Rung has answered this already");
        plan.submit();
        assertThatThrownBy(() -> answer(old, "APPROVE", null, PATEL)).isInstanceOf(Refusal.class);
        answer(plan.link(), "APPROVE", null, PATEL);
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneCountsAndTheOtherIsToldWhose() throws Exception {
        String one = plan.link();
        String other = plan.link();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Boolean> accepted = Stream.of(Map.entry(one, "APPROVE"), Map.entry(other, "REFUSE"))
                .map(link -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        answer(link.getKey(), link.getValue(), "As we agreed", "Dr " + link.getValue());
                        return true;
                    } catch (Refusal refused) {
                        return false;
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(accepted).containsExactlyInAnyOrder(true, false);
        String who = accepted.get(0) ? "Dr APPROVE" : "Dr REFUSE";
        assertThat(page(one)).contains(who + " answered for");
        assertThat(page(other)).contains(who + " answered for");
        scheme.fire(plan.reference, accepted.get(0) ? ACTIVATE_PLAN : RELEASE_MONEY);
    }

    @Test
    void aChangeOfThePlanIsShownBesideThePlanUntilNow() throws Exception {
        PlacementStory story = new PlacementStory(context, CaseStage.MATCHING).visited();
        story.inEffect("75", "40");
        story.bean(VariationRequests.class).add(story.reference, "More is needed", PlacementStory.MANAGER);
        story.pmAnswers(story.submitted("100", "40").planId(), PlanApproval.Answer.APPROVE);
        long question =
                story.bean(QuestionKinds.class).ask("job-plan", story.reference).orElseThrow();
        assertThat(page(story.bean(QuestionKinds.class).link(question, null)).replaceAll("\\s+", " "))
                .contains(
                        "A change to your plan",
                        "More is needed",
                        "Plan until now",
                        "New plan",
                        ">75</td>",
                        ">100</td>",
                        ">£3,000.00</td>",
                        ">£4,000.00</td>");
    }

    @Test
    void whoeverHasALinkToThePlanCanSaveItAsADocument() throws Exception {
        byte[] pdf = browser.perform(get("/answer/" + plan.link() + "/job-plan.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(textOf(pdf))
                .contains(
                        "Job plan, version 1",
                        "Pay the staff on time",
                        "Have > 3 candidates",
                        "£3,000.00",
                        "Page 1 of 1");
        clock.setTo("2026-12-23T09:00");
        browser.perform(get("/answer/" + "x".repeat(43) + "/job-plan.pdf")).andExpect(status().isNotFound());
    }

    @Test
    void theOfficeCanOpenTheSameDocumentAndOthersCannot() throws Exception {
        String address = "/cases/%s/job-plan.pdf".formatted(plan.reference);
        byte[] pdf = browser.perform(
                        get(address).with(user("coordinator").authorities(createAuthorityList("coordinator"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(textOf(pdf)).contains("Job plan, version 1", "Pay the staff on time", "£3,000.00");
        for (String group : List.of("roving-pm", "liaison", "commissioner", "budget-holder", "process-manager")) {
            browser.perform(get(address).with(user("somebody").authorities(createAuthorityList(group))))
                    .andExpect(status().isNotFound());
        }
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Job plan, Practice");
            return new PDFTextStripper().getText(document);
        }
    }
}
