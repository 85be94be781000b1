package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class SignInTest {

    private static final String WHO = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void oneSignInOpensTasklist() {
        String coordinator = people.with(Role.COORDINATOR);
        HttpResponse<String> currentUser = browser.signIn(coordinator, TestPeople.PASSWORD);
        assertThat(Browser.location(currentUser)).isEqualTo("/");
        assertThat(browser.get("/").body()).contains("What needs you");
        assertThat(Browser.location(browser.get("/work"))).startsWith("/camunda/app/tasklist/default/#/?sorting=");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(Browser.json(browser.get(WHO)).get("userId").asText()).isEqualTo(coordinator);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode())
                .as("Cockpit is not for coordinators")
                .isNotEqualTo(200);
    }

    @Test
    void processManagersComeToCockpitAndAdministratorsToAdmin() {
        browser.signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        assertThat(Browser.location(browser.get("/work"))).isEqualTo("/camunda/app/cockpit/default/");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        Browser another = new Browser(port);
        another.signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        assertThat(Browser.location(another.get("/work"))).isEqualTo("/camunda/app/admin/default/");
        assertThat(another.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void commissionersHaveNoTasklist() {
        browser.signIn(people.with(Role.COMMISSIONER), TestPeople.PASSWORD);
        assertThat(browser.get("/").body()).contains("The scheme in figures");
        assertThat(Browser.location(browser.get("/work"))).isEqualTo("/funds");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
        String known = people.with(Role.COORDINATOR);
        assertThat(Browser.location(browser.signIn(known, "Not-the-password-1")))
                .isEqualTo("/sign-in?refused");
        assertThat(Browser.location(browser.signIn("nobody-at-all", "Not-the-password-1")))
                .isEqualTo("/sign-in?refused");
        assertThat(browser.get("/sign-in?refused").body()).contains("There is a problem", "wait a few minutes");
    }

    @Test
    void theUserNameStaysInTheFieldAfterAWrongPassword() {
        String person = people.with(Role.COORDINATOR);
        browser.signIn(person, "Not-the-password-1");
        assertThat(browser.get("/sign-in?refused").body()).contains("value=\"" + person + "\"");
        assertThat(browser.get("/sign-in?refused").body()).as("once only").doesNotContain("value=\"" + person + "\"");
    }

    @Test
    void signingInNeedsTheTokenOfItsPage() {
        HttpResponse<String> forged = browser.send(browser.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "username=first-admin&password=Only-for-tests-1")));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void afterSigningInPeopleComeToThePageTheyHadAskedForOnThisHostOnly() {
        String person = people.with(Role.COORDINATOR);
        assertThat(Browser.location(browser.send(browser.request("/interests")
                        .header("Accept", "text/html")
                        .GET())))
                .isEqualTo("/sign-in");
        assertThat(browser.signIn(person, TestPeople.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(
                        address -> assertThat(address).matches("(http://localhost:\\d+)?/interests(\\?continue)?"));

        Browser deceived = new Browser(port);
        deceived.keep(
                "asked-page",
                Base64.getEncoder().encodeToString("https://evil.example/interests".getBytes(StandardCharsets.UTF_8)));
        assertThat(deceived.signIn(person, TestPeople.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).doesNotContain("evil"));
    }

    @Test
    void signingInGivesANewSession() {
        browser.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        String before = browser.cookie("JSESSIONID").orElseThrow();
        browser.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        assertThat(browser.cookie("JSESSIONID")).isPresent().isNotEqualTo(java.util.Optional.of(before));
    }

    @Test
    void signingOutOfTasklistSignsOutOfEverything() {
        browser.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.send("POST", WHO + "/logout", "").statusCode()).isEqualTo(200);
        assertThat(browser.send("GET", "/camunda/api/engine/engine/default/task", null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.location(browser.get("/camunda/app/tasklist/default/")))
                .isEqualTo("/sign-in");
    }

    @Test
    void anotherPersonInTheSameBrowserIsNotTakenForTheFirst() {
        browser.signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        browser.get("/camunda/app/admin/default/");
        String second = people.with(Role.COORDINATOR);
        browser.signIn(second, TestPeople.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(Browser.json(browser.get(WHO)).get("userId").asText()).isEqualTo(second);
        assertThat(browser.get("/camunda/api/engine/engine/default/user/first-admin/profile")
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void aDeletedPersonIsOutAtOnce() {
        String person = people.with(Role.COORDINATOR);
        browser.signIn(person, TestPeople.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        people.delete(person);
        assertThat(browser.send("GET", "/camunda/api/engine/engine/default/task", null)
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/",
                "/refer",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/",
                "/camunda/lib/deps.js",
                "/camunda/app/welcome/default/",
                "/anything",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db"
            })
    void nothingOpensWithoutSigningIn(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isIn(302, 401);
        assertThat(Browser.location(answer)).isIn("/sign-in", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/engine/default/task",
                "/engine-rest/version",
                "/engine-rest/identity/password-policy",
                "/engine-rest/openapi.json"
            })
    void programsAreToldToSignInRatherThanRedirected(String path) {
        assertThat(browser.send("GET", path, null).statusCode()).as(path).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/privacy",
                "/accessibility",
                "/request-help",
                "/sign-in",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/css/access.css"
            })
    void theseFewAreOpenToAll(String path) {
        assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
    }

    @Test
    void theHeadersProtectOurPages() {
        HttpResponse<String> page = browser.get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void behindTlsTheCookieIsSecureAndBrowsersAreToldToStayWithTls() {
        HttpResponse<String> page = browser.send(
                browser.request("/sign-in").header("X-Forwarded-Proto", "https").GET());
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
    }
}
