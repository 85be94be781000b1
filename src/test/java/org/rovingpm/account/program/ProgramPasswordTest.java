package org.rovingpm.account.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.account.factor.Authenticator;
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

/** Programs have passwords of their own, because nobody types a code for them. */
@ApplicationTest
class ProgramPasswordTest {

    private static final String PAGE = "/account/program-passwords";
    private static final Pattern MADE = Pattern.compile("id=\"made-password\">(rpm(?:-[0-9a-z]{4}){7})<");
    private static final Pattern END = Pattern.compile(PAGE + "/\\d+/end");
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

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

    private String person;
    private Browser browser;

    @BeforeEach
    void somebodyWithASecondFactor() {
        person = people.with(Role.PROCESS_MANAGER);
        browser = signedIn(person);
        Authenticator.setUp(browser, clock);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Browser signedIn(String name) {
        Browser one = new Browser(port);
        one.signIn(name, TestPeople.PASSWORD);
        return one;
    }

    private static String make(Browser browser, String program, String days) {
        browser.get(PAGE);
        assertThat(Browser.location(browser.post(PAGE, "program", program, "days", days)))
                .isEqualTo(PAGE);
        Matcher made = MADE.matcher(browser.get(PAGE).body());
        assertThat(made.find()).isTrue();
        return made.group(1);
    }

    private String made() {
        return make(browser, "Modeler on my laptop", "30");
    }

    private HttpResponse<String> call(String password) {
        return Api.program(person, password, port).get("/version");
    }

    @Test
    void aProgramSignsInWithAPasswordThatWasMadeForIt() {
        String password = made();
        assertThat(call(password).statusCode()).isEqualTo(200);
        assertThat(browser.get(PAGE).body()).contains("Modeler on my laptop").doesNotContain(password, "Never");
        assertThat(log.find(person, Kind.PROGRAM_SIGNED_IN, LONG_AGO, 0, 5))
                .singleElement()
                .extracting(SecurityEvent::detail)
                .isEqualTo("Modeler on my laptop");
    }

    @Test
    void theModelerDeploysWithIt() {
        HttpResponse<String> answer = Api.program(person, made(), port).deploy("no-model.bpmn", "This is no model.");
        assertThat(answer.statusCode()).as("refused as a model").isEqualTo(400);
        assertThat(answer.body()).contains("no-model.bpmn");
    }

    @Test
    void soItDoesAtOurOwnApi() {
        HttpResponse<String> answer = Api.program(person, made(), port).call("GET", "/api/stuck");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void thePasswordOfThePersonIsRefusedToPrograms() {
        HttpResponse<String> answer = call(TestPeople.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).get("message").asText()).contains("make a password for this program");
        assertThat(Api.program(person, TestPeople.PASSWORD, port)
                        .call("GET", "/api/stuck")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("Not-the-password-1").statusCode())
                .as("says it only to whoever knows the password")
                .isEqualTo(401);
    }

    @Test
    void aProgramThatHasItRememberedIsRefusedOnceThereIsASecondFactor() {
        String other = people.with(Role.COORDINATOR);
        Api program = Api.as(other, Api.Door.PROGRAMS, port);
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(200);
        Authenticator.setUp(signedIn(other), clock);
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(403);
    }

    @Test
    void withoutASecondFactorBothServe() {
        String other = people.with(Role.PROCESS_MANAGER);
        String password = make(signedIn(other), "A script", "365");
        assertThat(Api.program(other, password, port).get("/version").statusCode())
                .isEqualTo(200);
        assertThat(Api.as(other, Api.Door.PROGRAMS, port).get("/version").statusCode())
                .isEqualTo(200);
    }

    @Test
    void itOpensNoPage() {
        assertThat(Browser.location(new Browser(port).signIn(person, made()))).isEqualTo("/sign-in?refused");
    }

    @Test
    void itIsOfNoUseForAnotherAccount() {
        String password = made();
        String other = people.with(Role.PROCESS_MANAGER);
        assertThat(Api.program(other, password, port).get("/version").statusCode())
                .isEqualTo(401);
        assertThat(Api.program("nobody-at-all", password, port).get("/version").statusCode())
                .isEqualTo(401);
    }

    @Test
    void eachIsEndedByItself() {
        String first = made();
        String second = make(browser, "A script", "90");
        Matcher end = END.matcher(browser.get(PAGE).body());
        assertThat(end.find()).isTrue();
        assertThat(Browser.location(browser.post(end.group()))).isEqualTo(PAGE);
        assertThat(call(second).statusCode())
                .as("the latest is the first in the list")
                .isEqualTo(401);
        assertThat(call(first).statusCode()).isEqualTo(200);
        assertThat(log.find(person, Kind.PROGRAM_PASSWORD_ENDED, LONG_AGO, 0, 5))
                .singleElement()
                .extracting(SecurityEvent::detail)
                .isEqualTo("A script");
    }

    @Test
    void nobodyEndsOneOfAnother() {
        String password = made();
        Matcher end = END.matcher(browser.get(PAGE).body());
        assertThat(end.find()).isTrue();
        Browser stranger = signedIn(people.with(Role.PROCESS_MANAGER));
        stranger.get(PAGE);
        assertThat(stranger.post(end.group()).statusCode()).isEqualTo(404);
        assertThat(call(password).statusCode()).isEqualTo(200);
    }

    @Test
    void itEndsWithItsTime() {
        String password = made();
        clock.moveBy(Duration.ofDays(30).minusMinutes(1));
        assertThat(call(password).statusCode()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(2));
        assertThat(call(password).statusCode()).isEqualTo(401);
    }

    @Test
    void allEndWithANewPasswordOfTheAccount() {
        String password = made();
        people.setPassword(person, "the heron waits below");
        assertThat(call(password).statusCode()).isEqualTo(401);
    }

    @Test
    void aLaterAccountOfTheSameNameHasNone() {
        String password = made();
        people.delete(person);
        assertThat(call(password).statusCode()).isEqualTo(401);
        people.again(person, Role.PROCESS_MANAGER);
        assertThat(call(password).statusCode()).isEqualTo(401);
    }

    @Test
    void itHasTheRightsThatTheAccountHasAtThatMoment() {
        String password = made();
        people.withdraw(person, Role.PROCESS_MANAGER);
        assertThat(call(password).statusCode()).isEqualTo(403);
    }

    @Test
    void withItNobodyIsAnAdministrator() {
        people.give(person, Role.ADMINISTRATOR);
        Browser again = signedInWithFactor();
        Api program = Api.program(person, make(again, "A script", "90"), port);
        assertThat(program.get("/version").statusCode())
                .as("as a process manager")
                .isEqualTo(200);
        assertThat(program.put("/group/camunda-admin/members/" + person, null).statusCode())
                .isEqualTo(403);
        assertThat(program.post(
                                "/user/create",
                                "{\"profile\":{\"id\":\"a-way-back\"},\"credentials\":{\"password\":\""
                                        + TestPeople.PASSWORD + "\"}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.exists("a-way-back")).isFalse();
    }

    /** Whose roles have changed signs in anew. */
    private Browser signedInWithFactor() {
        jdbc.sql("delete from second_factor where person = :person")
                .param("person", person)
                .update();
        Browser again = signedIn(person);
        Authenticator.setUp(again, clock);
        return again;
    }

    @Test
    void wrongPasswordsOfOthersDoNotKeepAProgramOut() {
        String password = made();
        for (int guess = 0; guess < 12; guess++) {
            assertThat(call("Not-the-password-1").statusCode()).isIn(401, 429);
        }
        assertThat(call("Not-the-password-1").statusCode()).isEqualTo(429);
        assertThat(call(password).statusCode()).isEqualTo(200);
    }

    @Test
    void itIsStoredNowhere() {
        String password = made();
        assertThat(jdbc.sql("select hash from program_password where person = :person")
                        .param("person", person)
                        .query(String.class)
                        .single())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(password);
    }

    @Test
    void aUseIsWrittenDownOnceInFiveMinutes() {
        String password = made();
        call(password);
        call(password);
        clock.moveBy(Duration.ofMinutes(4));
        call(password);
        assertThat(log.find(person, Kind.PROGRAM_SIGNED_IN, LONG_AGO, 0, 5)).hasSize(1);
        clock.moveBy(Duration.ofMinutes(2));
        call(password);
        assertThat(log.find(person, Kind.PROGRAM_SIGNED_IN, LONG_AGO, 0, 5)).hasSize(2);
    }

    @Test
    void itNeedsANameAndATimeAndThereAreTwentyAtMost() {
        browser.get(PAGE);
        assertThat(browser.post(PAGE, "program", " ", "days", "30").body()).contains("Say for which program it is");
        assertThat(browser.post(PAGE, "program", "<b>Modeler</b>", "days", "30").body())
                .contains("Say for which program it is");
        assertThat(browser.post(PAGE, "program", "Modeler", "days", "100000").body())
                .contains("Choose for how long");
        assertThat(browser.post(PAGE, "program", "Modeler", "days", "ever").body())
                .contains("Choose for how long");
        for (int number = 0; number < 20; number++) {
            assertThat(browser.post(PAGE, "program", "Program " + number, "days", "30")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(browser.post(PAGE, "program", "One more", "days", "30").body())
                .contains("end one of them first");
    }

    @Test
    void beforeOneIsMadeThePasswordIsAskedAgainAndTheOwnerIsTold() {
        people.setAddress(person, person + "@example.org");
        try (Mailbox mailbox = new Mailbox(mail, jobs, jdbc)) {
            made();
            assertThat(mailbox.count(person + "@example.org", "A password for a program was made"))
                    .isEqualTo(1);
        }
        clock.moveBy(Duration.ofMinutes(11));
        browser.get("/account");
        assertThat(Browser.location(browser.post(PAGE, "program", "A script", "days", "30")))
                .isEqualTo("/account/confirm?back=" + PAGE);
    }
}
