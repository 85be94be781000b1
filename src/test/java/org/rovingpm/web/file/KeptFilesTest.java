package org.rovingpm.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which files a browser may keep, so that a page is light when it is opened again, and that it never keeps an old one. */
@ApplicationTest
class KeptFilesTest {

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|data-govuk-frontend)=\"(/[^\"]+\\.(?:css|js|svg)[^\"]*)\"");
    private static final Pattern PLUGIN = Pattern.compile("location: *'([^']*(?:case-panel|process-history)[^']*)'");
    private static final String A_YEAR = "max-age=31536000";
    private static final String NEVER = "no-store";

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
    }

    private static List<String> files(Pattern link, HttpResponse<String> page) {
        return link.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static String keeping(HttpResponse<String> answer) {
        return String.join(", ", answer.headers().allValues("Cache-Control"));
    }

    private static void assertKept(Browser browser, String file) {
        HttpResponse<String> answer = browser.get(file);
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        assertThat(keeping(answer)).as(file).contains(A_YEAR, "immutable").doesNotContain(NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/request-help", "/request-help/practice", "/privacy"})
    void eachFileOfAPublicPageIsKeptForAYear(String page) {
        List<String> files = files(LINK, stranger.get(page));

        assertThat(files).isNotEmpty().allSatisfy(file -> assertKept(stranger, file));
        assertThat(files).anyMatch(file -> file.startsWith("/" + FileVersion.FOLDER + "/css/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stuck", "/changes", "/bulk", "/account"})
    void eachFileOfAPageOfStaffIsKeptForAYear(String page) {
        assertThat(files(LINK, manager.get(page))).isNotEmpty().allSatisfy(file -> assertKept(manager, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void theEnginesFilesAndOurPlugInsAreKeptForAYear(String application) {
        Browser modeller = new Browser(port);
        modeller.signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        HttpResponse<String> page = modeller.get("/camunda/app/" + application + "/default/");
        List<String> files = files(LINK, page).stream()
                .filter(file -> !file.contains("user-styles"))
                .toList();
        List<String> plugIns = files(PLUGIN, page);

        assertThat(files)
                .anyMatch(file -> file.contains("/lib/deps.js?bust="))
                .allSatisfy(file -> assertKept(modeller, file));
        assertThat(plugIns).singleElement().satisfies(plugIn -> assertThat(plugIn)
                .contains(FileVersion.NOW));
        for (String file : List.of("/plugin.js?bust=7.24.0", "/plugin.css?bust=7.24.0")) {
            assertKept(modeller, plugIns.get(0) + file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/config.js?bust=1764522000000", "styles/user-styles.css?bust=7.24.0"})
    void theSignpostsToOurFilesAreAskedForAnewAndLeadToTheVersionOfToday(String file) {
        HttpResponse<String> first = manager.get("/camunda/app/tasklist/" + file);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(keeping(first)).isEqualTo("no-cache");
        assertThat(first.body()).contains("../../../../" + FileVersion.FOLDER + "/");
        assertThat(manager.send(manager.request("/camunda/app/tasklist/" + file)
                                .header("If-None-Match", tag)
                                .GET())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void whatAScriptOrAStyleLeadsToIsKeptWithIt() {
        String root = "/" + FileVersion.FOLDER;
        assertThat(stranger.get(root + "/css/webapps.css").body()).contains("url(\"tokens.css\")");
        assertKept(stranger, root + "/css/tokens.css");
        assertKept(stranger, root + "/js/webapps.js");
        assertKept(stranger, root + "/images/roving-pm.svg");
    }

    @Test
    void anOldVersionIsNotThereAndNothingOfItIsKept() {
        HttpResponse<String> old = stranger.get("/files-0123456789/css/site.css");

        assertThat(old.statusCode()).isNotEqualTo(200);
        assertThat(keeping(old)).contains(NEVER);
    }

    @Test
    void aFileWithoutItsVersionIsNotKept() {
        assertThat(keeping(stranger.get("/css/site.css"))).contains(NEVER);
        assertThat(keeping(manager.get("/camunda/lib/deps.js"))).doesNotContain(A_YEAR);
    }

    @Test
    void aRefusalIsNotKeptInPlaceOfAFile() {
        for (String file :
                List.of("/camunda/lib/deps.js?bust=7.24.0", "/camunda/app/tasklist/locales/en.json?bust=7.24.0")) {
            HttpResponse<String> answer = stranger.get(file);
            assertThat(answer.statusCode()).as(file).isNotEqualTo(200);
            assertThat(keeping(answer)).as(file).contains(NEVER);
        }
        for (String file : List.of(
                "/camunda/app/tasklist/nothing.js?bust=7.24.0",
                "/" + FileVersion.FOLDER + "/js/nothing.js",
                "/webjars/govuk-frontend/1.2.3/dist/govuk/nothing.js")) {
            HttpResponse<String> answer = manager.get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(404);
            assertThat(keeping(answer)).as(file).contains(NEVER);
        }
    }

    @Test
    void noPageAndNoDataIsKeptWhateverItsAddressSays() {
        for (String path : List.of(
                "/camunda/app/tasklist/default/?bust=7.24.0",
                "/camunda/api/engine/engine?bust=7.24.0",
                "/api/menu?bust=7.24.0",
                "/stuck?bust=7.24.0")) {
            assertThat(keeping(manager.get(path))).as(path).contains(NEVER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/request-help", "/camunda/lib/deps.js?bust=7.24.0"})
    void whatIsLargeTravelsCompressed(String path) throws Exception {
        HttpResponse<byte[]> compressed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept-Encoding", "gzip")
                                .header("Accept", "*/*")
                                .header(
                                        "Cookie",
                                        "JSESSIONID="
                                                + manager.cookie("JSESSIONID").orElseThrow())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        byte[] whole = unpacked(compressed.body());

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.body().length).isLessThan(whole.length / 2);
    }

    private static byte[] unpacked(byte[] compressed) throws IOException {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return content.readAllBytes();
        }
    }
}
