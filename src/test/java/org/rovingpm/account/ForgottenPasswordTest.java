package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.notification.MailFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link for whoever has forgotten their password, and messages about changed accounts. */
@ApplicationTest
class ForgottenPasswordTest {

    private static final String LINK = "Choose a new password";
    private static final String CHANGED = "Your password has been changed";
    private static final String OWN = "the heron waits below";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private ForgottenPassword forgottenPassword;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Mailbox mailbox;
    private Browser browser;
    private String person;
    private String address;

    @BeforeEach
    void somebodyWithAnAddress() {
        mailbox = new Mailbox(mail, jobs, jdbc);
        browser = new Browser(port);
        person = people.with(Role.COORDINATOR);
        address = person + "@example.org";
        people.setAddress(person, address);
    }

    @AfterEach
    void close() {
        mailbox.close();
        clock.reset();
    }

    private HttpResponse<String> ask(String name) {
        browser.get("/forgotten-password");
        HttpResponse<String> answer = browser.post("/forgotten-password", "name", name);
        forgottenPassword.process();
        return answer;
    }

    private HttpResponse<String> choose(String link, String chosen) {
        browser.get(link);
        return browser.post(link, "chosen", chosen, "again", chosen);
    }

    private boolean signsIn(String password) {
        return Browser.location(new Browser(port).signIn(person, password)).equals("/");
    }

    @Test
    void aLinkLetsItsHolderChooseAnotherPasswordOnce() {
        Browser open = new Browser(port);
        open.signIn(person, TestPeople.PASSWORD);
        ask(person);
        String link = mailbox.link(address, LINK);
        assertThat(browser.get(link).body()).contains("Choose a new password");
        assertThat(choose(link, "Welcome2024!").body()).contains("guessed first");
        assertThat(Browser.location(choose(link, OWN))).isEqualTo("/sign-in?chosen");
        assertThat(signsIn(OWN)).isTrue();
        assertThat(signsIn(TestPeople.PASSWORD)).isFalse();
        assertThat(Browser.location(open.get("/interests"))).as("sessions end").isEqualTo("/sign-in?ended");
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        browser.get("/forgotten-password");
        assertThat(browser.post(link, "chosen", "another heron waits", "again", "another heron waits")
                        .statusCode())
                .isEqualTo(404);
        assertThat(signsIn(OWN)).isTrue();
        assertThat(mailbox.count(address, CHANGED)).isEqualTo(1);
    }

    @Test
    void theAddressServesAsWellAsTheName() {
        ask(address.toUpperCase(java.util.Locale.ROOT));
        assertThat(mailbox.count(address, LINK)).isEqualTo(1);
    }

    @Test
    void everybodyGetsTheSameAnswerAndNothingIsLookedUpMeanwhile() {
        for (String name : new String[] {person, "nobody-at-all", "nobody@example.org", "", "x".repeat(300)}) {
            assertThat(Browser.location(ask(name))).as(name).isEqualTo("/forgotten-password/sent");
        }
        assertThat(browser.get("/forgotten-password/sent").body()).contains("If there is an account");
        assertThat(mailbox.count(address, LINK)).isEqualTo(1);
        browser.get("/forgotten-password");
        browser.post("/forgotten-password", "name", person);
        assertThat(mailbox.count(address, LINK)).as("until it is processed").isEqualTo(1);
    }

    @Test
    void aLinkEndsAfterHalfAnHour() {
        ask(person);
        String link = mailbox.link(address, LINK);
        clock.moveBy(Duration.ofMinutes(29));
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(2));
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkEndsWhenTheAccountChanges() {
        ask(person);
        String link = mailbox.link(address, LINK);
        people.withdraw(person, Role.COORDINATOR);
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodysMailboxIsFilled() {
        for (int times = 0; times < 5; times++) {
            ask(person);
        }
        assertThat(mailbox.count(address, LINK)).isEqualTo(3);
    }

    @Test
    void theLinkIsStoredNowhere() {
        ask(person);
        String token = mailbox.link(address, LINK).replaceFirst(".*/", "");
        assertThat(jdbc.sql("select body from message where recipient = 'account-holder' and body like :token")
                        .param("token", "%" + token + "%")
                        .query()
                        .listOfRows())
                .isEmpty();
        assertThat(jdbc.sql("select hash from password_link where person = :person")
                        .param("person", person)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(token);
    }

    @Test
    void theHolderIsToldOfAPasswordThatAnAdministratorSets() {
        Api administrator = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port);
        administrator.put(
                "/user/" + person + "/credentials",
                "{\"password\":\"" + OWN + "\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD + "\"}");
        assertThat(mailbox.count(address, CHANGED)).isEqualTo(1);
    }

    @Test
    void ofAnotherAddressTheOldOneIsToldToo() {
        int before = mailbox.count(address, "address of your account");
        Api administrator = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port);
        assertThat(administrator
                        .put(
                                "/user/" + person + "/profile",
                                "{\"id\":\"" + person
                                        + "\",\"firstName\":\"Tamsin\",\"lastName\":\"Teasel\",\"email\":\"new-"
                                        + address
                                        + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(mailbox.count(address, "address of your account")).isEqualTo(before + 1);
        assertThat(mailbox.count("new-" + address, "address of your account")).isEqualTo(1);
    }
}
