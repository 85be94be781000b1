package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sessions end when they should, whichever instance they are in: what ends them is in the database. */
@ApplicationTest
class AccountSessionsTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";
    private static final String ANOTHER = "the heron waits below";
    private static final Pattern END = Pattern.compile("/account/sessions/\\d+/end(?!-)");

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private MovableClock clock;

    private Browser browser;
    private String person;

    @BeforeEach
    void signIn() {
        person = people.with(Role.COORDINATOR);
        browser = signedIn();
        assertThat(tasks(browser)).isEqualTo(200);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Browser signedIn() {
        Browser one = new Browser(port);
        one.signIn(person, TestPeople.PASSWORD);
        one.get("/camunda/app/tasklist/default/");
        return one;
    }

    private static int tasks(Browser browser) {
        return browser.send("GET", TASKS, null).statusCode();
    }

    @Test
    void whoLosesARoleIsSignedOutAtOnce() {
        people.withdraw(person, Role.COORDINATOR);
        assertThat(tasks(browser)).isEqualTo(401);
        assertThat(Browser.location(browser.get("/interests"))).isEqualTo("/sign-in");
    }

    @Test
    void whoGetsARoleSignsInAnewForIt() {
        people.give(person, Role.SERVICE_MANAGER);
        assertThat(Browser.location(browser.get("/interests"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void aNewPasswordSetByAnotherEndsTheSessions() {
        people.setPassword(person, ANOTHER);
        assertThat(tasks(browser)).isEqualTo(401);
    }

    @Test
    void aDeletedAccountHasNoSessionAlsoIfThereIsAnotherOfItsName() {
        people.delete(person);
        people.again(person, Role.COORDINATOR);
        assertThat(tasks(browser)).isEqualTo(401);
    }

    @Test
    void membersOfADeletedGroupAreSignedOut() {
        String group = people.joinNewGroup(person);
        Browser member = signedIn();
        assertThat(tasks(member)).isEqualTo(200);
        people.deleteGroup(group);
        assertThat(tasks(member)).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithoutUse() {
        clock.moveBy(Duration.ofHours(3).plusMinutes(59));
        assertThat(tasks(browser)).isEqualTo(200);
        clock.moveBy(Duration.ofHours(3).plusMinutes(59));
        assertThat(tasks(browser)).as("used in between").isEqualTo(200);
        clock.moveBy(Duration.ofHours(4).plusMinutes(1));
        assertThat(tasks(browser)).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverHappens() {
        for (int hours = 0; hours < 11; hours++) {
            clock.moveBy(Duration.ofHours(1));
            assertThat(tasks(browser)).isEqualTo(200);
        }
        clock.moveBy(Duration.ofHours(1).plusSeconds(1));
        assertThat(tasks(browser)).isEqualTo(401);
    }

    @Test
    void peopleSeeTheirSessionsAndEndThem() {
        Browser other = signedIn();
        HttpResponse<String> page = browser.get("/account");
        assertThat(page.body()).contains("Your sessions", "This session", "Tamsin Teasel", "Coordinator");
        Matcher end = END.matcher(page.body());
        assertThat(end.find()).isTrue();
        assertThat(browser.post(end.group()).statusCode()).isEqualTo(302);
        assertThat(tasks(other)).isEqualTo(401);
        assertThat(tasks(browser)).isEqualTo(200);
        assertThat(browser.get("/account").body()).doesNotContain("End all others");
    }

    @Test
    void nobodyEndsASessionOfAnother() {
        Browser other = signedIn();
        Matcher end = END.matcher(other.get("/account").body());
        assertThat(end.find()).isTrue();
        Browser stranger = new Browser(port);
        stranger.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        stranger.get("/account");
        assertThat(stranger.post(end.group()).statusCode()).isEqualTo(404);
        assertThat(tasks(browser)).isEqualTo(200);
        assertThat(tasks(other)).isEqualTo(200);
    }

    @Test
    void allOthersEndTogether() {
        Browser second = signedIn();
        Browser third = signedIn();
        browser.get("/account");
        browser.post("/account/sessions/end-others");
        assertThat(tasks(second)).isEqualTo(401);
        assertThat(tasks(third)).isEqualTo(401);
        assertThat(tasks(browser)).isEqualTo(200);
    }

    @Test
    void signingOutTakesTheSessionOffTheList() {
        Browser other = signedIn();
        other.get("/account");
        other.post("/sign-out");
        assertThat(browser.get("/account").body()).doesNotContain("End all others");
    }

    @Test
    void whoChangesTheirOwnPasswordGoesOnAndIsSignedOutElsewhere() {
        Browser other = signedIn();
        browser.get("/account/password");
        HttpResponse<String> changed =
                browser.post("/account/password", "password", TestPeople.PASSWORD, "chosen", ANOTHER, "again", ANOTHER);
        assertThat(Browser.location(changed)).isEqualTo("/account");
        assertThat(tasks(browser)).isEqualTo(200);
        assertThat(tasks(other)).isEqualTo(401);
        assertThat(Browser.location(new Browser(port).signIn(person, ANOTHER))).isEqualTo("/");
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo("/sign-in?refused");
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndKeepsTheRules() {
        browser.get("/account/password");
        assertThat(browser.post("/account/password", "password", "wrong", "chosen", ANOTHER, "again", ANOTHER)
                        .body())
                .contains("The password is not right");
        assertThat(browser.post(
                                "/account/password",
                                "password",
                                TestPeople.PASSWORD,
                                "chosen",
                                "Welcome2024!",
                                "again",
                                "Welcome2024!")
                        .body())
                .contains("guessed first");
        assertThat(browser.post(
                                "/account/password",
                                "password",
                                TestPeople.PASSWORD,
                                "chosen",
                                ANOTHER,
                                "again",
                                "another")
                        .body())
                .contains("differ");
        assertThat(browser.post(
                                "/account/password",
                                "password",
                                TestPeople.PASSWORD,
                                "chosen",
                                TestPeople.PASSWORD,
                                "again",
                                TestPeople.PASSWORD)
                        .body())
                .contains("choose another one");
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void wrongPasswordsAreCountedThereToo() {
        browser.get("/account/confirm");
        for (int guess = 0; guess < 10; guess++) {
            assertThat(browser.post("/account/confirm", "password", "wrong").body())
                    .contains("is not right");
        }
        assertThat(browser.post("/account/confirm", "password", TestPeople.PASSWORD)
                        .body())
                .contains("too many wrong passwords");
    }
}
