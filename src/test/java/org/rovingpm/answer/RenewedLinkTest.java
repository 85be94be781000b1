package org.rovingpm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever holds a link that has expired may have a new one sent, and gets nothing else by it. */
@ApplicationTest
class RenewedLinkTest {

    private static final String CONTACT = "contact@example.org";
    private static final String FIRST = "a question about your request";
    private static final String RENEWED = "A new link";
    private static final Duration LONGER_THAN_A_LINK_IS_GOOD = Duration.ofDays(15);

    @Autowired
    private Scheme scheme;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc browser;

    private Mailbox mailbox;
    private String reference;
    private String link;

    @BeforeEach
    void aQuestionByMail() {
        mailbox = new Mailbox(mail, jobs, jdbc);
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98032")));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Who pays the staff?"));
        link = mailbox.link(CONTACT, FIRST);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        mailbox.close();
        clock.reset();
        scheme.forget(reference);
    }

    private int open(String path) throws Exception {
        return browser.perform(get(path)).andReturn().getResponse().getStatus();
    }

    /** @return the page that answers, without what is different on each */
    private String ask(String path) throws Exception {
        return browser.perform(post(path + "/renewed-link").with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("value=\"[^\"]*\"", "");
    }

    private void contactIs(String address) {
        jdbc.sql("update case_practice set contact_email = :address where case_reference = :reference")
                .param("address", address)
                .param("reference", reference)
                .update();
    }

    @Test
    void itIsSentToTheMailboxOfTheFirstOneAndShownNowhere() throws Exception {
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        contactIs("somebody.else@example.org");
        String expired = browser.perform(get(link))
                .andExpect(status().isGone())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(expired)
                .contains("This link has expired", "action=\"" + link + "/renewed-link\"")
                .doesNotContain(CONTACT);

        String answerPage = ask(link);

        String renewed = mailbox.link(CONTACT, RENEWED);
        assertThat(answerPage).contains("Look in your mailbox").doesNotContain(renewed, CONTACT, reference);
        assertThat(open(renewed)).isEqualTo(200);
        assertThat(open(link))
                .as("the old link stays shut: whoever found it gets nothing by asking")
                .isEqualTo(410);
        assertThat(mailbox.count("somebody.else@example.org", RENEWED)).isZero();
        assertThat(Mailbox.text(mailbox.latest(CONTACT, RENEWED))).contains("Dear Test Contact,", reference);
    }

    @Test
    void eachPracticeOfACaseIsAskedByALinkOfItsOwnAndTheFirstAnswerStands() throws Exception {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "The accountant.", "givenBy", "Dr Rung"));
        scheme.join(reference, scheme.practice("Z98033"));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Who answers the telephone?"));
        String second = mailbox.link("joan@Z98033.example.org", FIRST);
        String first = mailbox.link(CONTACT, FIRST);
        assertThat(second).isNotEqualTo(first);
        assertThat(Mailbox.text(mailbox.latest("joan@Z98033.example.org", FIRST)))
                .contains("Dear Joan Joiner,", "Practice Z98032 and Practice Z98033");
        assertThat(open(first)).isEqualTo(200);

        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        ask(first);
        ask(second);
        assertThat(mailbox.count(CONTACT, RENEWED)).isOne();
        assertThat(mailbox.count("joan@Z98033.example.org", RENEWED)).isOne();

        String renewed = mailbox.link("joan@Z98033.example.org", RENEWED);
        assertThat(browser.perform(get(renewed)).andReturn().getResponse().getContentAsString())
                .contains("Practice Z98032 and Practice Z98033");
        browser.perform(post(renewed)
                        .with(csrf())
                        .param("information", "The deputy.")
                        .param("answeredBy", "Joan Joiner, GP partner"))
                .andExpect(status().is3xxRedirection());
        assertThat(browser.perform(get(mailbox.link(CONTACT, RENEWED)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Joan Joiner, GP partner", "The first answer stands");
    }

    @Test
    void aNewLinkThatHasExpiredIsRenewedInTheSameMailbox() throws Exception {
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        ask(link);
        String renewed = mailbox.link(CONTACT, RENEWED);
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        contactIs("somebody.else@example.org");
        ask(renewed);

        assertThat(mailbox.count(CONTACT, RENEWED)).isEqualTo(2);
        assertThat(mailbox.latest(CONTACT, RENEWED).getSubject()).doesNotContain("A new link: A new link");
        assertThat(open(mailbox.link(CONTACT, RENEWED))).isEqualTo(200);
    }

    @Test
    void atMostOneADayIsSentHoweverOftenItIsAskedFor() throws Exception {
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        for (int time = 0; time < 4; time++) {
            ask(link);
        }
        assertThat(mailbox.count(CONTACT, RENEWED)).isOne();
        clock.moveBy(Duration.ofDays(1));
        ask(link);
        assertThat(mailbox.count(CONTACT, RENEWED)).isEqualTo(2);
    }

    @Test
    void theAnswerIsTheSameWhateverTheLinkIs() throws Exception {
        String stillGood = ask(link);
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);

        assertThat(ask(link))
                .isEqualTo(stillGood)
                .isEqualTo(ask("/answer/" + "A".repeat(43)))
                .isEqualTo(ask("/answer/nonsense"));
    }

    @Test
    void nothingIsSentWhileTheLinkIsGood() throws Exception {
        ask(link);
        assertThat(mailbox.count(CONTACT, RENEWED)).isZero();
    }

    @Test
    void nothingIsSentWhereTheQuestionHasEnded() throws Exception {
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "The accountant.", "givenBy", "Dr Rung"));
        assertThat(browser.perform(get(link)).andReturn().getResponse().getContentAsString())
                .contains("Dr Rung has answered this already")
                .doesNotContain("renewed-link");
        ask(link);
        assertThat(mailbox.count(CONTACT, RENEWED)).isZero();
    }

    @Test
    void nothingIsSentWhereTheQuestionHasBeenAnswered() throws Exception {
        browser.perform(post(link)
                        .with(csrf())
                        .param("information", "The accountant.")
                        .param("answeredBy", "Dr Test"))
                .andExpect(status().isFound());
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        ask(link);
        assertThat(mailbox.count(CONTACT, RENEWED)).isZero();
    }

    @Test
    void anotherSiteCannotAskForIt() throws Exception {
        clock.moveBy(LONGER_THAN_A_LINK_IS_GOOD);
        browser.perform(post(link + "/renewed-link")).andExpect(status().isForbidden());
        assertThat(mailbox.count(CONTACT, RENEWED)).isZero();
    }
}
