package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.web.RawConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an answer says to the browser to protect whoever reads it: at each door, to each kind of question, also when it refuses. */
@ApplicationTest
class EveryAnswerIsProtectedTest {

    private static final Pattern SAYS_TYPE_AND_ENCODING = Pattern.compile(
            " (application/([\\w.-]+\\+)?json|(text/\\w+|image/svg\\+xml);\\s*charset=utf-8)",
            Pattern.CASE_INSENSITIVE);

    private static final String KEY = "A".repeat(43);

    private static final List<String> PUBLIC = List.of(
            "/",
            "/privacy",
            "/sign-in",
            "/request-help",
            "/request-help/practice",
            "/request-help/practices?q=mar",
            "/request-help/confirm/" + KEY,
            "/answer/" + KEY,
            "/answer/" + KEY + "/nothing-here",
            "/actuator/health",
            "/actuator/prometheus",
            "/notify/receipts",
            "/engine-rest/version",
            "/api/cases",
            "/stuck",
            "/not-declared");

    private static final List<String> OF_STAFF = List.of(
            "/stuck",
            "/bulk",
            "/api/stuck?limit=5",
            "/api/menu",
            "/api/not-declared",
            "/cases/RPM-2026-9999",
            "/templates",
            "/camunda/api/engine/engine",
            "/camunda/api/engine/engine/default/filter?maxResults=5",
            "/camunda/api/engine/engine/default/message");

    /** They are the same for everybody and may be cached. */
    private static final List<String> FILES = List.of("/css/access.css", "/js/site.js", "/images/roving-pm.svg");

    private static final List<String> WEB_APPLICATIONS = List.of("/camunda/app/tasklist/default/");

    /** Kept only to be asked whether it is still the same. */
    private static final String SIGNPOST = "/camunda/app/tasklist/scripts/config.js";

    private static final List<String> FILES_OF_WEB_APPLICATIONS =
            List.of(SIGNPOST, "/camunda/lib/deps.js", "/camunda/app/tasklist/nothing-here.js");

    private static final List<String> OF_NOBODY =
            List.of("/api/menu", "/camunda/api/engine/engine", "/engine-rest/task", "/uploads", "/js/nothing-here.js");

    /** A request as no browser of a test would send it, and how its answer begins. */
    private record Refused(String request, String headers, String status) {}

    private static final List<Refused> REFUSED = List.of(
            new Refused("GET /a%zz", "", "400"),
            new Refused("GET /request-help/%c0%ae", "", "400"),
            new Refused("GET /engine-rest/task%00", "", "400"),
            new Refused("GET //stuck", "", "400"),
            new Refused("GET /tasks", "Host: evil.example\r\n", "421"),
            new Refused("TRACE /", "", "4"),
            new Refused("NONSENSE /", "", "4"),
            new Refused("PUT /request-help", "", "4"),
            new Refused("GET /engine-rest/version", "Origin: https://evil.example\r\n", "403"),
            new Refused("GET /camunda/api/engine/engine", "Sec-Fetch-Site: cross-site\r\n", "403"),
            new Refused("GET /engine-rest/version", "Authorization: Basic bm9ib2R5OndJvg==\r\n", "401"),
            new Refused("GET /notify/receipts", "", "4"),
            new Refused(
                    "POST /notify/receipts",
                    "Authorization: Bearer receipts-of-tests\r\nContent-Type: application/json\r\nContent-Length: 400000\r\n",
                    "413"),
            new Refused(
                    "POST /sign-in",
                    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 40000000\r\n",
                    "4"),
            new Refused(
                    "POST /request-help",
                    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 40000000\r\n",
                    "4"));

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Browser stranger;
    private Browser manager;

    @BeforeEach
    void openBrowsers() {
        stranger = new Browser(port);
        manager = new Browser(port);
        manager.signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        manager.get("/camunda/app/tasklist/default/");
    }

    private static HttpResponse<String> behindTls(Browser browser, String path, String... headers) {
        HttpRequest.Builder request =
                browser.request(path).header("X-Forwarded-Proto", "https").header("Accept", "text/html,*/*");
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        return browser.send(request.GET());
    }

    private List<HttpResponse<String>> answers(String... headers) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        PUBLIC.forEach(path -> answers.add(behindTls(stranger, path, headers)));
        FILES.forEach(path -> answers.add(behindTls(stranger, path, headers)));
        OF_STAFF.forEach(path -> answers.add(behindTls(manager, path, headers)));
        WEB_APPLICATIONS.forEach(path -> answers.add(behindTls(manager, path, headers)));
        FILES_OF_WEB_APPLICATIONS.forEach(path -> answers.add(behindTls(manager, path, headers)));
        OF_NOBODY.forEach(path -> answers.add(behindTls(stranger, path, headers)));
        return answers;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String path(HttpResponse<String> answer) {
        return answer.uri().getPath() + " " + answer.statusCode();
    }

    @Test
    void browsersStayWithTlsAndGuessNoTypeAndShowItInNoFrame() {
        assertThat(answers()).allSatisfy(answer -> {
            assertThat(header(answer, "Strict-Transport-Security"))
                    .as(path(answer))
                    .contains("max-age=31536000", "includeSubDomains");
            assertThat(header(answer, "X-Content-Type-Options"))
                    .as(path(answer))
                    .isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path(answer))
                    .contains("frame-ancestors 'none'")
                    .containsAnyOf("default-src 'none'", "object-src 'none'");
            assertThat(header(answer, "Referrer-Policy")).as(path(answer)).isIn("same-origin", "no-referrer");
        });
    }

    @Test
    void soDoesWhatIsRefusedBeforeItComesToAPage() throws Exception {
        for (Refused refused : REFUSED) {
            String host = refused.headers().contains("Host:") ? "" : "Host: localhost\r\n";
            try (RawConnection connection = new RawConnection(port)
                    .send(refused.request() + " HTTP/1.1\r\n" + host + refused.headers()
                            + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n")) {
                String head = connection.answer("\r\n\r\n");
                assertThat(head)
                        .as("%s", refused)
                        .startsWith("HTTP/1.1 " + refused.status())
                        .containsPattern(
                                "(?i)\r\nStrict-Transport-Security: max-age=31536000 ?; ?includeSubDomains\r\n")
                        .containsPattern("(?i)\r\nX-Content-Type-Options: nosniff\r\n")
                        .containsPattern("(?i)\r\nX-Frame-Options: DENY\r\n")
                        .containsPattern("(?i)\r\nReferrer-Policy: (same-origin|no-referrer)\r\n")
                        .containsPattern("(?i)\r\nCache-Control: [^\r]*no-store")
                        .containsPattern(
                                "(?i)\r\nContent-Security-Policy: default-src 'none';[^\r]*frame-ancestors 'none'");
            }
        }
    }

    @Test
    void nothingOfACaseOrAnAccountStaysInACache() {
        assertThat(answers())
                .filteredOn(answer -> !SIGNPOST.equals(answer.uri().getPath()))
                .filteredOn(answer -> !FILES.contains(answer.uri().getPath()))
                .allSatisfy(answer -> assertThat(header(answer, "Cache-Control"))
                        .as(path(answer))
                        .contains("no-store"));
    }

    @Test
    void eachAnswerSaysItsTypeAndEachTextItsEncoding() {
        assertThat(answers())
                .filteredOn(answer -> !answer.body().isEmpty())
                .extracting(answer -> path(answer) + " " + header(answer, "Content-Type"))
                .filteredOn(answer -> !SAYS_TYPE_AND_ENCODING.matcher(answer).find())
                .isEmpty();
    }

    @Test
    void pagesOfOtherSitesReadNothing() {
        assertThat(answers("Origin", "https://example.org"))
                .allSatisfy(answer -> assertThat(header(answer, "Access-Control-Allow-Origin"))
                        .as(path(answer))
                        .isEmpty());
    }

    @Test
    void eachCookieIsForThisSiteOnlyAndOutOfReachOfScriptsButForOneThatTheyMustSend() {
        Browser browser = new Browser(port);
        List<String> cookies = new ArrayList<>();
        cookies.addAll(browser.get("/request-help/practice").headers().allValues("Set-Cookie"));
        cookies.addAll(browser.get("/sign-in").headers().allValues("Set-Cookie"));
        cookies.addAll(browser.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD)
                .headers()
                .allValues("Set-Cookie"));
        cookies.addAll(browser.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"));
        cookies.addAll(browser.get("/camunda/api/engine/engine").headers().allValues("Set-Cookie"));

        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("form-token="))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .allMatch(cookie -> cookie.matches("(?i).*;\\s*SameSite=(Lax|Strict)\\b.*"))
                .allMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") || cookie.contains("HttpOnly"));
    }

    @Test
    void aSessionIsKnownBy128RandomBits() {
        assertThat(manager.cookie("JSESSIONID"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9A-F]{32,}"));
    }
}
