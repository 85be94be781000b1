package org.rovingpm.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityEvent.Kind;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.notification.MailFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators say who must have a second factor, and take away one that is lost. */
@ApplicationTest
class RequiredFactorTest {

    private static final String PAGE = "/second-factors";
    private static final String TAKE_AWAY = PAGE + "/take-away";
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private RequiredFactors required;

    @Autowired
    private SecurityLog log;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private String administrator;
    private Browser office;
    private String person;
    private String group;

    @BeforeEach
    void anAdministratorAndSomebodyInAGroupOfTheirOwn() {
        administrator = people.with(Role.ADMINISTRATOR);
        office = signedIn(administrator);
        person = people.with(Role.COORDINATOR);
        group = people.joinNewGroup(person);
    }

    @AfterEach
    void nobodyMustAnyLonger() {
        required.require(Set.of(), administrator);
        people.deleteGroup(group);
        clock.reset();
    }

    private Browser signedIn(String name) {
        Browser browser = new Browser(port);
        browser.signIn(name, TestPeople.PASSWORD);
        return browser;
    }

    private void require(String... fields) {
        office.get(PAGE);
        assertThat(Browser.location(office.post(PAGE, fields))).isEqualTo(PAGE);
    }

    @Test
    void whoMustHaveOneIsLedToSetItUpBeforeAnythingElse() {
        require("group", group);
        Browser browser = signedIn(person);
        for (String page : new String[] {"/", "/interests", "/account", "/camunda/app/tasklist/default/"}) {
            assertThat(Browser.location(browser.get(page))).as(page).isEqualTo(Authenticator.PAGE);
        }
        HttpResponse<String> call = browser.send("GET", "/camunda/api/engine/engine/default/task?maxResults=1", null);
        assertThat(call.statusCode()).isEqualTo(403);
        assertThat(Browser.json(call).get("message").asText()).startsWith("Set up a second factor first");
        assertThat(browser.get(Authenticator.PAGE).body())
                .contains("Your role must have a second factor")
                .doesNotContain("Pages of staff");
        Authenticator.setUp(browser, clock);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.send("GET", "/camunda/api/engine/engine/default/task?maxResults=1", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsAtWorkIsLedToItWhenTheySignInNext() {
        Browser atWork = signedIn(person);
        clock.moveBy(Duration.ofSeconds(1));
        require("group", group);
        assertThat(atWork.get("/account").statusCode()).isEqualTo(200);
        clock.moveBy(Duration.ofSeconds(1));
        assertThat(Browser.location(signedIn(person).get("/account"))).isEqualTo(Authenticator.PAGE);
    }

    @Test
    void theirProgramsAreRefusedUntilThen() {
        Api program = Api.as(person, Api.Door.PROGRAMS, port);
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(200);
        require("group", group);
        HttpResponse<String> answer = program.get("/filter/count");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).get("message").asText()).contains("set up a second factor");
    }

    @Test
    void whoMustHaveOneCannotTurnItOff() {
        Browser browser = signedIn(person);
        Authenticator.setUp(browser, clock);
        require("group", group);
        assertThat(browser.get(Authenticator.PAGE).body()).contains("you cannot turn it off");
        assertThat(browser.post(Authenticator.PAGE + "/turn-off").body())
                .contains("Your role must have a second factor");
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo("/sign-in/code");
    }

    @Test
    void othersNeedNone() {
        require("group", group);
        assertThat(signedIn(people.with(Role.COORDINATOR)).get("/account").statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePageSaysHowManyHaveOneAndTheLogWhoRequiredIt() {
        Authenticator.setUp(signedIn(person), clock);
        require("group", group, "group", "no-such-group");
        assertThat(office.get(PAGE).body()).contains("1 of 1 have one", "Coordinators");
        require();
        assertThat(log.find(administrator, null, LONG_AGO, 0, 20))
                .filteredOn(event -> group.equals(event.detail()))
                .extracting(SecurityEvent::kind)
                .containsExactly(Kind.SECOND_FACTOR_OPTIONAL, Kind.SECOND_FACTOR_REQUIRED);
        assertThat(required.groups()).isEmpty();
    }

    @Test
    void anAdministratorTakesAwayOneThatIsLost() {
        Browser theirs = signedIn(person);
        people.setAddress(person, person + "@example.org");
        Authenticator.setUp(theirs, clock);
        office.get(PAGE);
        try (Mailbox mailbox = new Mailbox(mail, jobs, jdbc)) {
            assertThat(Browser.location(office.post(TAKE_AWAY, "person", person)))
                    .isEqualTo(PAGE);
            assertThat(mailbox.count(person + "@example.org", "second factor of your account has been taken away"))
                    .isEqualTo(1);
        }
        assertThat(office.get(PAGE).body()).contains("The second factor of Tamsin Teasel has been taken away");
        assertThat(theirs.get("/account").statusCode()).as("signed out").isEqualTo(302);
        assertThat(signedIn(person).get("/account").statusCode()).isEqualTo(200);
        assertThat(log.find(person, Kind.SECOND_FACTOR_REMOVED, LONG_AGO, 0, 5))
                .singleElement()
                .satisfies(event -> assertThat(event.by()).isEqualTo(administrator));
    }

    @Test
    void nobodyTakesAwayTheirOwnThereOrOneThatIsNotThere() {
        Authenticator.setUp(office, clock);
        office.get(PAGE);
        assertThat(office.post(TAKE_AWAY, "person", administrator).body()).contains("Your own second factor");
        assertThat(office.post(TAKE_AWAY, "person", person).body()).contains("has no second factor");
        assertThat(office.post(TAKE_AWAY, "person", "nobody-at-all").body()).contains("no such account any more");
        assertThat(Browser.location(new Browser(port).signIn(administrator, TestPeople.PASSWORD)))
                .isEqualTo("/sign-in/code");
    }

    @Test
    void itIsForAdministratorsAndAsksForThePasswordAgain() {
        Browser theirs = signedIn(person);
        assertThat(theirs.get(PAGE).statusCode()).isEqualTo(403);
        theirs.get("/account");
        assertThat(theirs.post(TAKE_AWAY, "person", administrator).statusCode()).isEqualTo(403);
        assertThat(theirs.post(PAGE).statusCode()).isEqualTo(403);
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(Browser.location(office.get(PAGE))).isEqualTo("/account/confirm?back=" + PAGE);
        office.get("/account");
        assertThat(Browser.location(office.post(TAKE_AWAY, "person", person)))
                .isEqualTo("/account/confirm?back=" + PAGE);
    }
}
