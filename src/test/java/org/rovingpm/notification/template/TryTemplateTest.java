package org.rovingpm.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class TryTemplateTest {

    private static final String PRACTICE = "Z99071";

    @Autowired
    private TryTemplate tryTemplate;

    @Autowired
    private MessageTemplates templates;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MailFixture mail;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private String manager;
    private String reference;

    @BeforeEach
    void aCase() {
        manager = people.with(Role.SERVICE_MANAGER);
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice(PRACTICE)));
    }

    private TryTemplate.Writer writer() {
        return new TryTemplate.Writer(manager, List.of("service-manager"));
    }

    private static ChangeTemplate.Form form(String subject, String body) {
        return new ChangeTemplate.Form(subject, body, 0);
    }

    @Test
    void showsTheMessageWithTheFactsOfACase() {
        TryTemplate.Preview preview = tryTemplate.preview(
                "request-received",
                form("For {{practiceName}}", "{{caseReference}}: {{recipientName}}"),
                reference,
                writer());

        assertThat(preview.subject()).isEqualTo("For Practice " + PRACTICE);
        assertThat(preview.body()).startsWith(reference + ": ").doesNotContain("Ann Field");
    }

    @Test
    void offersFirstTheCaseInWhichTheMessageWasSentLast() {
        String later = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99072")));
        queueMessage.queue("request-received", new CaseReference(reference), new QueueMessage.Moment("event", "once"));

        assertThat(tryTemplate.casesFor("request-received", writer()))
                .extracting(TryTemplate.TrialCase::reference)
                .startsWith(reference, later);
        assertThat(tryTemplate.casesFor("password-changed", writer())).isEmpty();
    }

    @Test
    void everyTemplateIsShownOrSaysThatTheCaseHasNotComeToIt() {
        assertThat(templates.all()).hasSizeGreaterThan(20).allSatisfy(template -> {
            ChangeTemplate.Form form = form(template.subject(), template.body());
            try {
                assertThat(tryTemplate
                                .preview(template.name(), form, reference, writer())
                                .body())
                        .doesNotContain("{{", "null");
            } catch (Refusal refusal) {
                assertThat(refusal).hasMessageContaining(": choose another.");
            }
        });
        assertThatThrownBy(() -> tryTemplate.preview(
                        "plan-to-approve", form("A plan", "{{planCost}} {{answerLink}}"), reference, writer()))
                .hasMessage("Case %s has not come to what this message is about: choose another.".formatted(reference));
    }

    @Test
    void showsNoCaseToWhoeverMayNotSeeIt() {
        ChangeTemplate.Form form = form("For {{practiceName}}", "{{caseReference}}");
        TryTemplate.Writer modeller = new TryTemplate.Writer("modeller", List.of("process-manager"));
        assertThat(tryTemplate.casesFor("request-received", modeller)).isEmpty();
        assertThatThrownBy(() -> tryTemplate.preview("request-received", form, reference, modeller))
                .hasMessage("There is no such case to try it on: choose another.");

        declareInterest.declare(manager, new OdsCode(PRACTICE), "My sister works there.");
        assertThat(tryTemplate.casesFor("request-received", writer()))
                .extracting(TryTemplate.TrialCase::reference)
                .doesNotContain(reference);
        for (String none : List.of(reference, "RPM-1999-0001", "nonsense")) {
            assertThatThrownBy(() -> tryTemplate.preview("request-received", form, none, writer()))
                    .hasMessage("There is no such case to try it on: choose another.");
        }
    }

    @Test
    void isSentToWhoeverWritesItAndToNobodyElse() throws Exception {
        people.setAddress(manager, "manager@example.org");
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        mail.sendBy(server);
        try {
            web.perform(send("My {{practiceName}}"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("The trial has been sent to manager@example.org.")))
                    .andExpect(content().string(containsString("My {{practiceName}}")));
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("manager@example.org");
            assertThat(received.getSubject()).isEqualTo("Trial: My Practice " + PRACTICE);
            assertThat((String) received.getContent()).contains("sent to you alone", "Dear");
        } finally {
            mail.keep();
            server.stop();
        }
        assertThat(templates.get("request-received").isPackaged()).isTrue();
        assertThat(jdbc.sql("select count(*) from message where subject like 'Trial:%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhyATrialWasNotSent() throws Exception {
        web.perform(send("A subject")).andExpect(content().string(containsString("because no mail server is set")));
        people.setAddress(manager, "");
        mail.sendBy(1);
        try {
            web.perform(send("A subject"))
                    .andExpect(content().string(containsString("Your account has no e-mail address")));
            people.setAddress(manager, "manager@example.org");
            web.perform(send("A subject"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("The trial was not sent: try again later.")))
                    .andExpect(content().string(not(containsString("has been sent"))));
        } finally {
            mail.keep();
        }
    }

    @Test
    void offersTheCasesOnThePage() throws Exception {
        web.perform(get("/templates/request-received").with(asManager()))
                .andExpect(content().string(containsString("Practice %s, %s".formatted(PRACTICE, reference))));
    }

    private UserRequestPostProcessor asManager() {
        return user(manager).authorities(AuthorityUtils.createAuthorityList("service-manager"));
    }

    private MockHttpServletRequestBuilder send(String subject) {
        return post("/templates/request-received")
                .with(asManager())
                .with(csrf())
                .param("subject", subject)
                .param("body", "Dear {{contactName}}")
                .param("after", "0")
                .param("with", reference)
                .param("send", "yes");
    }
}
