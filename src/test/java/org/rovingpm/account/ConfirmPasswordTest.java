package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Before accounts, groups and rights are changed in a browser the password is asked again. */
@ApplicationTest
class ConfirmPasswordTest {

    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private MovableClock clock;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(port);
        browser.signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        browser.get("/camunda/app/admin/default/");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private HttpResponse<String> makeGroup(String id) {
        return browser.send(
                "POST", API + "/group/create", "{\"id\":\"" + id + "\",\"name\":\"A group\",\"type\":\"WORKFLOW\"}");
    }

    @Test
    void whoHasJustSignedInIsNotAskedAndIsLater() {
        assertThat(makeGroup("confirm-one").statusCode()).isEqualTo(204);
        clock.moveBy(Duration.ofMinutes(11));
        HttpResponse<String> refused = makeGroup("confirm-two");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Confirm-Password")).isPresent();
        assertThat(Browser.json(refused).get("message").asText()).contains("Enter your password again");
        browser.get("/account/confirm");
        assertThat(browser.post("/account/confirm", "password", "wrong").body()).contains("is not right");
        assertThat(makeGroup("confirm-two").statusCode()).isEqualTo(403);
        assertThat(browser.post("/account/confirm", "password", TestPeople.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        assertThat(makeGroup("confirm-two").statusCode()).isEqualTo(204);
        people.deleteGroup("confirm-one");
        people.deleteGroup("confirm-two");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /user/create",
        "DELETE, /user/somebody",
        "PUT,    /user/somebody/profile",
        "PUT,    /user/somebody/credentials",
        "POST,   /user/somebody/unlock",
        "PUT,    /group/coordinator",
        "DELETE, /group/coordinator",
        "PUT,    /group/coordinator/members/somebody",
        "DELETE, /group/coordinator/members/somebody",
        "POST,   /authorization/create",
        "PUT,    /authorization/some",
        "DELETE, /authorization/some"
    })
    void everyChangeToAccountsGroupsAndRightsAsks(String method, String path) {
        clock.moveBy(Duration.ofMinutes(11));
        HttpResponse<String> answer = browser.send(method, API + path, "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Confirm-Password")).isPresent();
    }

    @Test
    void questionsDoNotAsk() {
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(browser.send("GET", API + "/user?maxResults=1", null).statusCode())
                .isEqualTo(200);
        assertThat(browser.send("POST", API + "/group?maxResults=10", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void afterwardsOneComesBackToAPageOfThisApplicationOnly() {
        for (String back : new String[] {"//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example"}) {
            browser.get("/account/confirm");
            assertThat(Browser.location(
                            browser.post("/account/confirm", "password", TestPeople.PASSWORD, "back", back)))
                    .isEqualTo("/account");
        }
        browser.get("/account/confirm");
        assertThat(Browser.location(
                        browser.post("/account/confirm", "password", TestPeople.PASSWORD, "back", "/interests")))
                .isEqualTo("/interests");
    }
}
