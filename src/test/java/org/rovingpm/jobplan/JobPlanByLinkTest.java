package org.rovingpm.jobplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.ACTIVATE_PLAN;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A practice approves its plan by the link that it was sent, over a real mail server. */
@ApplicationTest
class JobPlanByLinkTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080/answer/([A-Za-z0-9_-]{43})");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private AnswerQuestion answerQuestion;

    @Autowired
    private MailFixture mail;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private PlacementStory story;
    private String reference;

    @BeforeEach
    void aPlanThatThePmHasApproved() {
        clock.setTo("2026-11-23T09:00");
        server.start();
        mail.sendBy(server);
        PlanForPractice plan = new PlanForPractice(context);
        story = plan.story;
        reference = plan.reference;
    }

    @AfterEach
    void leaveNothingRunning() {
        scheme.forget(reference);
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
        mail.keep();
        server.stop();
        clock.reset();
    }

    @Test
    void theFirstAnswerMovesTheProcessAndEndsTheCoordinatorsTask() throws Exception {
        assertThat(scheme.openSteps(reference)).containsExactly(RECORD_PRACTICE_APPROVAL);

        answerQuestion.answer(tokenSent(), Map.of("answer", "APPROVE", "answeredBy", "Dr Ann Field, partner"));

        assertThat(scheme.openSteps(reference)).isEmpty();
        scheme.fire(reference, ACTIVATE_PLAN);
        assertThat(story.stage()).isEqualTo(CaseStage.SUPPORTED);
    }

    private String tokenSent() throws Exception {
        scheme.fire(reference, MessageDeliveryProcess.Elements.SEND_MESSAGE);
        MimeMessage sent = server.getReceivedMessages()[0];
        assertThat(sent.getAllRecipients()[0]).hasToString("ann.field@example.org");
        assertThat(sent.getSubject())
                .startsWith("Please answer: the job plan for Practice")
                .endsWith("(" + reference + ")");
        String text = sent.getContent().toString();
        assertThat(text).contains("- Pay the staff on time (No late payslip)").contains("75 hours in all");
        assertThat(GreenMailUtil.getHeaders(sent)).contains("Auto-Submitted: auto-generated");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        assertThat(jdbc.sql("select body from message where case_reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .contains("[link]")
                .doesNotContain(link.group(1));
        return link.group(1);
    }
}
