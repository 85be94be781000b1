package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has a password that an administrator has set chooses their own before anything else. */
@ApplicationTest
class OwnPasswordTest {

    private static final String OWN = "the heron waits below";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private String person;
    private Browser browser;

    @BeforeEach
    void anAdministratorSetsAPassword() {
        person = people.with(Role.COORDINATOR);
        Api administrator = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port);
        assertThat(administrator
                        .put(
                                "/user/" + person + "/credentials",
                                "{\"password\":\"" + TestPeople.PASSWORD + "\",\"authenticatedUserPassword\":\""
                                        + TestPeople.PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(204);
        browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
    }

    @Test
    void nothingElseOpensUntilThen() {
        for (String page : new String[] {"/", "/interests", "/account", "/camunda/app/tasklist/default/"}) {
            assertThat(Browser.location(browser.get(page))).as(page).isEqualTo("/account/password");
        }
        HttpResponse<String> call = browser.send("GET", "/camunda/api/engine/engine/default/task?maxResults=1", null);
        assertThat(call.statusCode()).isEqualTo(403);
        assertThat(Browser.json(call).get("message").asText()).startsWith("Choose a password of your own");
        assertThat(browser.get("/account/password").body()).contains("Choose a password of your own");
        browser.post("/account/password", "password", TestPeople.PASSWORD, "chosen", OWN, "again", OWN);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.send("GET", "/camunda/api/engine/engine/default/task?maxResults=1", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProgramIsRefusedUntilThen() {
        HttpResponse<String> answer = Api.as(person, Api.Door.PROGRAMS, port).get("/filter/count");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).get("message").asText()).contains("choose a password of your own");
    }

    @Test
    void soDoesWhoseAccountAnAdministratorHasMade() {
        Api administrator = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port);
        String newcomer = "newcomer-" + person;
        assertThat(administrator
                        .post(
                                "/user/create",
                                "{\"profile\":{\"id\":\"" + newcomer
                                        + "\",\"firstName\":\"New\",\"lastName\":\"Comer\"},\"credentials\":{\"password\":\""
                                        + TestPeople.PASSWORD + "\"}}")
                        .statusCode())
                .isEqualTo(204);
        Browser theirs = new Browser(port);
        theirs.signIn(newcomer, TestPeople.PASSWORD);
        assertThat(Browser.location(theirs.get("/"))).isEqualTo("/account/password");
        people.delete(newcomer);
    }

    @Test
    void whoSetsTheirOwnHasNotToChooseAgain() {
        String other = people.with(Role.COORDINATOR);
        Api own = Api.as(other, Api.Door.WEB_APPLICATIONS, port);
        assertThat(own.put(
                                "/user/" + other + "/credentials",
                                "{\"password\":\"" + OWN + "\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD
                                        + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(own.get("/task?maxResults=1").statusCode())
                .as("goes on in the same session")
                .isEqualTo(200);
    }
}
