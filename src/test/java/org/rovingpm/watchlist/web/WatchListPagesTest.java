package org.rovingpm.watchlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The watch list over HTTP, as a browser sees it. */
@ApplicationTest
class WatchListPagesTest {

    private static final String PRACTICE = "Z97420";
    private static final String PRIVATE = "Wibblewort has left in tears.";
    private static final Pattern NUMBER = Pattern.compile("RPM-\\d{4}-\\d{4,}");

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Browser officer;
    private String address;
    private LocalDate today;

    @BeforeEach
    void aWatchedPractice() {
        scheme.practice(PRACTICE);
        today = LocalDate.now(clock);
        officer = as(Role.LIAISON);
        officer.get("/watch-list/add?practice=" + PRACTICE);
        address = Browser.location(officer.post(
                "/watch-list/add",
                "practice",
                PRACTICE,
                "sign",
                "STAFF",
                "whatNoticed",
                PRIVATE,
                "noticedOn",
                today.toString(),
                "noticedBy",
                "Priya Nair",
                "lookAgainOn",
                today.toString()));
        assertThat(address).matches("/watch-list/\\d+");
    }

    /** Ends the watch, so that the next test can watch the practice again. */
    @AfterEach
    void endIt() {
        officer.get(address);
        officer.post(address + "/end", "version", versionOn(officer.get(address)), "endReason", "End of the test");
    }

    private Browser as(Role... roles) {
        Browser browser = new Browser(port);
        browser.signIn(people.with(roles), TestPeople.PASSWORD);
        browser.get("/");
        return browser;
    }

    private static String versionOn(HttpResponse<String> page) {
        Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.body());
        return found.find() ? found.group(1) : "0";
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LIAISON", "SERVICE_MANAGER"})
    void theLiaisonTeamAndServiceManagersReadIt(Role role) {
        Browser reader = as(role);
        assertThat(reader.get("/watch-list?q=" + PRACTICE).body())
                .contains("Practice " + PRACTICE, "href=\"" + address);
        assertThat(reader.get(address).body()).contains(PRIVATE, "Priya Nair");
        assertThat(reader.get("/").body()).contains("href=\"/watch-list\"");
        assertThat(reader.get("/api/menu").body()).contains("/interests").doesNotContain("watch-list");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LIAISON", "SERVICE_MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void forEverybodyElseThereIsNoSuchPage(Role role) {
        Browser other = as(role);
        assertThat(other.get("/").body()).doesNotContain("watch-list", "Watch list", "look at again");
        String unknown = other.get("/no-such-page").body();
        for (String page :
                List.of("/watch-list", "/watch-list/add", address, "/watch-list/nothing", "/watch-list.csv")) {
            HttpResponse<String> answer = other.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(404);
            assertThat(withoutTokens(answer.body())).as(page).isEqualTo(withoutTokens(unknown));
        }
        for (String action : List.of("/watch-list/add", address + "/end", address + "/contact", address + "/refer")) {
            assertThat(other.post(action, "version", "1", "endReason", "x").statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\"[^>]*", "").replaceAll("/no-such-page|/watch-list[^\"<]*", "");
    }

    @Test
    void theSearchForCasesFindsNothingOfIt() {
        assertThat(as(Role.SERVICE_MANAGER).get("/cases?q=Wibblewort").body())
                .doesNotContain(PRACTICE, "Wibblewort has");
        assertThat(as(Role.COORDINATOR).get("/cases.csv?q=Wibblewort").body()).doesNotContain(PRACTICE);
    }

    @Test
    void theOfficerSeesAtHomeWhatToLookAtAgain() {
        assertThat(officer.get("/").body()).contains("Practices to look at again", "href=\"" + address + "\"");
        assertThat(as(Role.SERVICE_MANAGER).get("/").body()).doesNotContain("Practices to look at again");
    }

    @Test
    void twoWhoWriteAtTheSameMomentLoseNothing() {
        String version = versionOn(officer.get(address));
        Browser colleague = as(Role.SERVICE_MANAGER);
        colleague.get(address);
        assertThat(contact(colleague, version, "They want to hear more.").statusCode())
                .isEqualTo(302);

        HttpResponse<String> told = contact(officer, version, "I rang them as well.");
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body())
                .contains("Somebody else has written about this practice")
                .contains("I rang them as well.", "They want to hear more.");

        assertThat(contact(officer, versionOn(told), "I rang them as well.").statusCode())
                .isEqualTo(302);
        assertThat(officer.get(address).body()).contains("I rang them as well.", "They want to hear more.");
    }

    private HttpResponse<String> contact(Browser by, String version, String said) {
        return by.post(
                address + "/contact",
                "version",
                version,
                "contactedOn",
                today.toString(),
                "way",
                "TELEPHONE",
                "withWhom",
                "Dr Bell",
                "whatSaid",
                said,
                "help",
                "OFFERED");
    }

    @Test
    void whatIsTypedStaysWhenItIsRefused() {
        HttpResponse<String> refused = officer.post(
                address + "/change",
                "version",
                versionOn(officer.get(address)),
                "sign",
                "",
                "whatNoticed",
                "Something new",
                "noticedOn",
                "x",
                "noticedBy",
                "Sam Lee");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose the sign", "Something new", "Sam Lee", "href=\"#noticedOn\"");
        HttpResponse<String> afterTheEnd =
                officer.post(address + "/end", "version", versionOn(refused), "endReason", "");
        assertThat(afterTheEnd.body()).contains("Say why it need not be watched any more.");
    }

    @Test
    void whatIsTypedStaysEvenWhenAColleagueHasEndedIt() {
        String version = versionOn(officer.get(address));
        Browser colleague = as(Role.LIAISON);
        colleague.get(address);
        colleague.post(address + "/end", "version", version, "endReason", "They are fine.");

        HttpResponse<String> told = contact(officer, version, "I rang them at noon.");
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("no longer watched", "They are fine.", "I rang them at noon.");
    }

    @Test
    void aWatchedPracticeBecomesAReferralWithItsConsentAndNothingElse() {
        HttpResponse<String> withoutConsent =
                officer.post(address + "/refer", "version", versionOn(officer.get(address)), "consentGivenBy", "");
        assertThat(withoutConsent.statusCode()).isEqualTo(422);
        assertThat(withoutConsent.body()).contains("the scheme acts only with consent");

        refer(officer, false);
        assertThat(officer.get("/watch-list?q=" + PRACTICE).body()).contains("href=\"" + address);
        assertThat(officer.get("/refer/consent").body()).contains("Dr Bell, partner");
        String reference = sendTheRest(officer);

        String page = officer.get(address).body();
        assertThat(page).contains("No longer watched", "Referred with the practice&#39;s consent", reference);
        String asCoordinator = as(Role.COORDINATOR).get("/cases/" + reference).body();
        assertThat(asCoordinator).contains("Dr Bell, partner").doesNotContain("Wibblewort", "watch list", "Watch list");
        assertThat(jdbc.sql("select to_jsonb(c)::text from support_case c where reference = :r")
                        .param("r", reference)
                        .query(String.class)
                        .single())
                .doesNotContain("Wibblewort");
        scheme.forget(reference);
    }

    @Test
    void aConfidentialReferralIsNotGivenAwayByTheList() {
        Browser colleague = as(Role.LIAISON);
        refer(officer, true);
        String reference = sendTheRest(officer);

        assertThat(officer.get(address).body()).contains(reference);
        assertThat(colleague.get(address).statusCode()).isEqualTo(404);
        assertThat(colleague
                        .get("/watch-list?show=ENDED&sort=NOTICED&descending=true")
                        .body())
                .doesNotContain("href=\"" + address + "\"");
        scheme.forget(reference);
    }

    private void refer(Browser by, boolean confidential) {
        HttpResponse<String> begun = by.post(
                address + "/refer",
                "version",
                versionOn(by.get(address)),
                "consentGivenBy",
                "Dr Bell, partner",
                "consentOn",
                today.toString());
        assertThat(Browser.location(begun)).isEqualTo("/refer/contact");
        answer(
                by,
                "contact",
                "contactName",
                "Ann Field",
                "contactRole",
                "GP partner",
                "contactEmail",
                "ann@example.org");
        answer(by, "help", "helpKinds", "FINANCES", "pmPostVacant", "true");
        answer(
                by,
                "situation",
                "whatHappened",
                "The manager left (" + UUID.randomUUID() + ").",
                "since-day",
                "1",
                "since-month",
                Integer.toString(today.getMonthValue()),
                "since-year",
                Integer.toString(today.getYear()));
        answer(by, "risk", "atRisk", "", "eventKind", "");
        answer(by, "about", "listSize", "", "cqcRating", "GOOD");
        answer(by, "confidential", "confidential", Boolean.toString(confidential));
    }

    private static void answer(Browser by, String page, String... fields) {
        by.get("/refer/" + page);
        assertThat(by.post("/refer/" + page, fields).statusCode()).as(page).isEqualTo(302);
    }

    private static String sendTheRest(Browser by) {
        String sent = by.get(Browser.location(by.post("/refer/send", "version", versionOn(by.get("/refer/check")))))
                .body();
        Matcher number = NUMBER.matcher(sent);
        assertThat(number.find()).as(sent).isTrue();
        return number.group();
    }

    @Test
    void onlyALiaisonOfficerRefersFromTheList() {
        Browser manager = as(Role.SERVICE_MANAGER);
        HttpResponse<String> page = manager.get(address);
        assertThat(page.body()).contains("a liaison officer refers it").doesNotContain("Begin the referral");
        assertThat(manager.post(
                                address + "/refer",
                                "version",
                                versionOn(page),
                                "consentGivenBy",
                                "Dr Bell",
                                "consentOn",
                                today.toString())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=99999999999",
                "page=x",
                "show=NOTHING",
                "sort=X&descending=maybe",
                "q=%25%27%22%5C%F0%9F%98%80",
                "show=ENDED&sort=HELP&descending=true&page=400",
                "unknown=1"
            })
    void anAddressThatMeansNothingStillOpens(String query) {
        assertThat(officer.get("/watch-list?" + query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts=0&earlier=x", "contacts=7&earlier=99999999", "contacts=&earlier="})
    void aPageOfThePracticeThatMeansNothingStillOpens(String query) {
        assertThat(officer.get(address + "?" + query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999999999999"})
    void aVersionThatIsNoneChangesNothing(String version) {
        officer.get(address);
        assertThat(officer.post(address + "/end", "version", version, "endReason", "x")
                        .statusCode())
                .isEqualTo(422);
    }
}
