package org.rovingpm.supportcase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.supportcase.request.ProcessSentRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public pages on which a request names other practices, and what becomes of it. */
@ApplicationTest
class FurtherPracticePagesTest {

    private static final String FIRST = "Z92001";
    private static final String SECOND = "Z92002";
    private static final String THIRD = "Z92003";

    @LocalServerPort
    private int port;

    @Autowired
    private Scheme scheme;

    @Autowired
    private ProcessSentRequests processSentRequests;

    @Autowired
    private TestPeople people;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    private Mailbox mailbox;

    @BeforeEach
    void threePractices() {
        Stream.of(FIRST, SECOND, THIRD).forEach(scheme::practice);
        mailbox = new Mailbox(mail, jobs, jdbc);
    }

    @AfterEach
    void leaveNothingRunning() {
        mailbox.close();
        cases().forEach(scheme::forget);
        jdbc.sql(
                        "update support_case set stage = 'DECLINED', closed_at = now() where closed_at is null and reference in"
                                + " (select case_reference from case_practice where ods_code like 'Z9200%')")
                .update();
        jdbc.sql("delete from help_request").update();
    }

    private List<String> cases() {
        return jdbc.sql("select case_reference from case_practice where ods_code = :code order by case_reference desc")
                .param("code", FIRST)
                .query(String.class)
                .list();
    }

    private List<String> practicesOf(String reference) {
        return jdbc.sql(
                        "select ods_code from case_practice where case_reference = :reference order by leads desc, ods_code")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    private static HttpResponse<String> add(Browser browser, String start, String code, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "odsCode",
                code,
                "contactName",
                "Bo Rung",
                "contactRole",
                "GP partner",
                "contactEmail",
                "bo@%s.example.org".formatted(code)));
        fields.addAll(List.of(more));
        browser.get(start + "/others/add?odsCode=" + code);
        return browser.post(start + "/others/add", fields.toArray(String[]::new));
    }

    @Test
    void theOthersAreFoundInTheRegisterAddedChangedAndTakenOutAgain() {
        HelpRequester requester = new HelpRequester(new Browser(port), "/request-help", FIRST);
        assertThat(requester.answerAll().body()).contains("Other practices that it is for", "None");
        Browser browser = requester.browser;
        assertThat(browser.get("/request-help/others/add?q=practice+z92002").body())
                .contains("value=\"" + SECOND + "\"")
                .doesNotContain("value=\"" + FIRST + "\"");
        assertThat(browser.get("/request-help/others/add?q=nothing+like+it").body())
                .contains("No practice found");
        assertThat(browser.get("/request-help/others/add?odsCode=" + SECOND).body())
                .contains("Who should we speak to at Practice Z92002?")
                .doesNotContain("When did they agree?");

        assertThat(Browser.location(add(browser, "/request-help", SECOND))).isEqualTo("/request-help/others");
        assertThat(Browser.location(add(browser, "/request-help", SECOND)))
                .as("sent twice")
                .isEqualTo("/request-help/others");
        add(browser, "/request-help", THIRD);
        assertThat(browser.get("/request-help/others").body())
                .contains("Practice Z92002", "Practice Z92003", "bo@Z92003.example.org");
        browser.post("/request-help/others/remove", "odsCode", THIRD);
        assertThat(browser.get("/request-help/check").body())
                .contains("Practice Z92002", "Bo Rung, GP partner")
                .doesNotContain("Practice Z92003");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndStays() {
        HelpRequester requester = new HelpRequester(new Browser(port), "/request-help", FIRST);
        requester.answerAll();
        HttpResponse<String> twice = add(requester.browser, "/request-help", FIRST);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("Practice Z92001 is one of the practices of this case already.", "Bo Rung");
        HttpResponse<String> wrong =
                requester.browser.post("/request-help/others/add", "odsCode", SECOND, "contactName", "Bo Rung");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Give the contact&#39;s e-mail address", "value=\"Bo Rung\"");
    }

    @Test
    void eachOtherPracticeIsAskedOnceTheRequestIsConfirmedAndJoinsByItsOwnLink() {
        HelpRequester requester = new HelpRequester(new Browser(port), "/request-help", FIRST)
                .change("contact", "contactEmail", "ann@Z92001.example.org");
        requester.answerAll();
        add(requester.browser, "/request-help", SECOND);
        requester.send();
        processSentRequests.process();
        assertThat(mailbox.count("bo@Z92002.example.org", "take part")).isZero();
        String confirm = mailbox.link("ann@Z92001.example.org", "Please confirm");
        assertThat(requester.browser.get(confirm).body()).contains("We will then ask Practice Z92002");
        requester.browser.post(confirm);

        String reference = cases().get(0);
        assertThat(practicesOf(reference)).containsExactly(FIRST);
        String link = mailbox.link("bo@Z92002.example.org", "take part");
        Browser other = new Browser(port);
        assertThat(other.get(link).body()).contains("Does Practice Z92002 take part?");
        assertThat(other.post(link, "answer", "JOIN", "answeredBy", "Bo Rung, partner")
                        .statusCode())
                .isEqualTo(302);
        assertThat(practicesOf(reference)).containsExactly(FIRST, SECOND);
        assertThat(mailbox.count("ann@Z92001.example.org", "One case for")).isOne();
    }

    @Test
    void aReferralSaysOfEachPracticeWhoAgreed() {
        Browser browser = new Browser(port);
        browser.signIn(people.with(Role.LIAISON), TestPeople.PASSWORD);
        HelpRequester requester = new HelpRequester(browser, "/refer", FIRST);
        requester.answerAll();
        assertThat(browser.get("/refer/others/add?odsCode=" + SECOND).body()).contains("When did they agree?");
        assertThat(add(browser, "/refer", SECOND).body()).contains("Say who at the other practice agreed");
        assertThat(add(
                                browser,
                                "/refer",
                                SECOND,
                                "agreedBy",
                                "Bo Rung",
                                "agreedOn-day",
                                "1",
                                "agreedOn-month",
                                "11",
                                "agreedOn-year",
                                "2026")
                        .statusCode())
                .isEqualTo(302);
        requester.send();
        assertThat(practicesOf(cases().get(0))).containsExactly(FIRST, SECOND);
    }

    @Test
    void nobodyAddsAPracticeToARequestThatIsNotBegun() {
        Browser browser = new Browser(port);
        assertThat(Browser.location(browser.get("/request-help/others"))).isEqualTo("/request-help");
        assertThat(Browser.location(browser.get("/request-help/others/add"))).isEqualTo("/request-help");
    }
}
