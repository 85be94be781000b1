package org.rovingpm.supportcase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestPage;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.information.FurtherInformation;
import org.rovingpm.supportcase.request.HelpRequests;
import org.rovingpm.supportcase.request.ProcessSentRequests;
import org.rovingpm.supportcase.request.RequestToConfirm;
import org.rovingpm.supportcase.request.RequestToConfirm.Kind;
import org.rovingpm.web.PageForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class RequestHelpPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    @LocalServerPort
    private int port;

    @Autowired
    private Scheme scheme;

    @Autowired
    private ProcessSentRequests processSentRequests;

    @Autowired
    private Timeline timeline;

    @Autowired
    private FurtherInformation information;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    private Mailbox mailbox;
    private String practice;
    private Browser browser;

    @BeforeEach
    void aPractice() {
        practice = "W9" + NUMBER.incrementAndGet();
        scheme.practice(practice);
        browser = new Browser(port);
        mailbox = new Mailbox(mail, jobs, jdbc);
    }

    @AfterEach
    void leaveNothingRunning() {
        mailbox.close();
        clock.reset();
        jdbc.sql("select case_reference from case_practice where ods_code = :code")
                .param("code", practice)
                .query(String.class)
                .list()
                .forEach(scheme::forget);
        jdbc.sql("delete from help_request").update();
    }

    private HelpRequester requester() {
        return requester("ann@example.org");
    }

    private HelpRequester requester(String email) {
        return new HelpRequester(new Browser(port), "/request-help", practice).change("contact", "contactEmail", email);
    }

    private RequestToConfirm mail() {
        processSentRequests.process();
        return events.stream(RequestToConfirm.class)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private String linkOf(RequestToConfirm mail) {
        return mailbox.link(mail.email(), "Please confirm");
    }

    private HttpResponse<String> confirm(String link) {
        browser.get(link);
        HttpResponse<String> confirmed = browser.post(link);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(302);
        return browser.get(link);
    }

    private static String number(HttpResponse<String> page) {
        Matcher number = Pattern.compile("RPM-[0-9]{4}-[0-9]{4,7}").matcher(page.body());
        assertThat(number.find()).as(page.body()).isTrue();
        return number.group();
    }

    private long cases() {
        return jdbc.sql("select count(*) from case_practice where ods_code = :code")
                .param("code", practice)
                .query(Long.class)
                .single();
    }

    /** A case whose request has been accepted, so that its contact is known to speak for the practice. */
    private String acceptedCase(String email) {
        String reference = number(confirmed(email));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "rag",
                        "AMBER",
                        "overrideReason",
                        "Seen.",
                        "agreedWith",
                        "Dr Test",
                        "helpNeeded",
                        "Cover the post.",
                        "sessionsAWeek",
                        1,
                        "expectedStart",
                        LocalDate.now(SchemeTime.ZONE).plusDays(7).toString(),
                        "expectedWeeks",
                        8,
                        "helpKinds",
                        List.of("CQC")));
        return reference;
    }

    private HttpResponse<String> confirmed(String email) {
        requester(email).send();
        return confirm(linkOf(mail()));
    }

    @Test
    void aRequestIsActedOnOnceItsLinkHasBeenConfirmed() {
        HttpResponse<String> sent = requester().sendAndOpenWhatFollows();
        assertThat(sent.body()).contains("Now open your e-mail", "ann@example.org");
        assertThat(cases()).isZero();

        RequestToConfirm mail = mail();
        assertThat(mail.kind()).isEqualTo(Kind.CONFIRM);
        assertThat(mail.email()).isEqualTo("ann@example.org");
        HttpResponse<String> page = browser.get(linkOf(mail));
        assertThat(page.body()).contains("Confirm your request", "Practice " + practice);
        assertThat(cases())
                .as("opening the link, as a mail scanner does, changes nothing")
                .isZero();

        String reference = number(confirm(linkOf(mail)));
        assertThat(cases()).isOne();
        assertThat(scheme.openSteps(reference)).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
        assertThat(timeline.of(new CaseReference(reference), 0, 10).get(0).who())
                .isEqualTo("practice");
    }

    @Test
    void confirmingTwiceOpensOneCaseAndShowsItsNumberAgain() {
        requester().send();
        String link = linkOf(mail());
        String reference = number(confirm(link));
        assertThat(number(confirm(link))).isEqualTo(reference);
        assertThat(number(new Browser(port).get(link))).isEqualTo(reference);
        assertThat(cases()).isOne();
    }

    @Test
    void aRequestThatTwoPeopleConfirmAtTheSameMomentIsOneCase() {
        requester().send();
        String first = linkOf(mail());
        requester().send();
        String second = linkOf(mail());
        List<Browser> browsers = Stream.of(first, first, second, second)
                .map(link -> {
                    Browser person = new Browser(port);
                    person.get(link);
                    return person;
                })
                .toList();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                .mapToObj(at -> CompletableFuture.supplyAsync(
                        () -> browsers.get(at).post(at < 2 ? first : second).statusCode()))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(302));
        assertThat(cases()).isOne();
        assertThat(number(browser.get(first))).isEqualTo(number(browser.get(second)));
    }

    @Test
    void sendingTwiceSendsOnce() {
        HelpRequester requester = requester();
        requester.send();
        assertThat(Browser.location(requester.browser.post("/request-help/send", "version", "7")))
                .isEqualTo("/request-help/sent");
        processSentRequests.process();
        processSentRequests.process();
        assertThat(events.stream(RequestToConfirm.class)).hasSize(1);
    }

    @Test
    void aLinkThatIsWrongOrTooOldOpensNothing() {
        requester().send();
        String link = linkOf(mail());
        for (String wrong : List.of(
                link.substring(0, link.length() - 1) + "!",
                link + "x",
                "/request-help/confirm/x",
                "/request-help/confirm/" + "A".repeat(43))) {
            assertThat(browser.get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        clock.moveBy(Duration.ofHours(25));
        assertThat(browser.get(link).body()).contains("This link no longer works");
        browser.get("/request-help/contact");
        assertThat(browser.post(link).statusCode()).isEqualTo(404);
        assertThat(cases()).isZero();
    }

    @Test
    void aStrangerReadsTheSameWhetherThePracticeHasACaseOrNot() {
        String before = withoutTokens(
                requester("stranger@example.org").sendAndOpenWhatFollows().body());
        jdbc.sql("delete from help_request").update();
        acceptedCase("ann@example.org");
        HelpRequester stranger = requester("stranger@example.org");
        assertThat(withoutTokens(stranger.sendAndOpenWhatFollows().body())).isEqualTo(before);

        RequestToConfirm mail = mail();
        HttpResponse<String> page = browser.get(linkOf(mail));
        assertThat(page.body()).contains("Confirm your request").doesNotContain("RPM-", "already");
        String reference = number(confirm(linkOf(mail)));
        assertThat(browser.get(linkOf(mail)).body())
                .contains("Request confirmed")
                .doesNotContain("already");
        assertThat(cases()).isEqualTo(2);
        assertThat(timeline.of(new CaseReference(reference), 0, 10))
                .extracting(Timeline.Entry::what)
                .anyMatch(what -> what.startsWith("Another case is open: RPM-"));
    }

    @Test
    void theContactOfAnOpenCaseIsToldOfItAndMayAddToIt() {
        String reference = acceptedCase("ann@example.org");
        requester("Ann@Example.org")
                .change("situation", "whatHappened", "And now the deputy is ill.")
                .send();
        RequestToConfirm mail = mail();
        assertThat(mail.kind()).isEqualTo(Kind.CONFIRM);
        assertThat(browser.get(linkOf(mail)).body()).contains("You have a case already", reference);
        assertThat(number(confirm(linkOf(mail)))).isEqualTo(reference);
        assertThat(cases()).isOne();
        assertThat(timeline.latest(new CaseReference(reference)).orElseThrow().reason())
                .contains("And now the deputy is ill.");
    }

    @Test
    void aRequestOfAnotherPracticeOfTheCaseAddsToIt() {
        String reference = acceptedCase("ann@example.org");
        String other = "W8" + NUMBER.incrementAndGet();
        scheme.join(reference, scheme.practice(other));
        new HelpRequester(new Browser(port), "/request-help", other)
                .change("contact", "contactEmail", "Joan@%s.example.org".formatted(other))
                .send();

        assertThat(browser.get(linkOf(mail())).body()).contains("You have a case already", reference);
        assertThat(number(confirm(linkOf(mail())))).isEqualTo(reference);
        assertThat(jdbc.sql("select count(*) from case_practice where ods_code = :code")
                        .param("code", other)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void coordinatorsAreToldOnceOfAnAdditionThatNoTaskWaitsForAndItsPageShowsIt() {
        String coordinator = people.with(Role.COORDINATOR);
        String reference = acceptedCase("ann@example.org");
        requester()
                .change("situation", "whatHappened", "The deputy & her stand-in are ill.")
                .send();
        String link = linkOf(mail());
        confirm(link);
        confirm(link);

        assertThat(toldOfAddition(reference)).contains(coordinator).doesNotHaveDuplicates();
        Browser staff = new Browser(port);
        staff.signIn(coordinator, TestPeople.PASSWORD);
        assertThat(staff.get("/cases/" + reference).body())
                .contains("Added by the practice, ", "The deputy &amp; her stand-in are ill.");
    }

    private List<String> toldOfAddition(String reference) {
        return jdbc.sql(
                        "select person from message where case_reference = :reference and template = 'request-added' and recipient = 'coordinators'")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    @Test
    void anAdditionAnswersWhatTheCoordinatorAskedFor() {
        String reference = number(confirmed("ann@example.org"));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Since when is the post vacant?"));
        requester()
                .change("situation", "whatHappened", "It has been vacant since May.")
                .send();
        confirm(linkOf(mail()));
        assertThat(information.of(new CaseReference(reference)).get(0).answer())
                .isEqualTo("It has been vacant since May.");
        assertThat(toldOfAddition(reference))
                .as("the task to assess the request tells them")
                .isEmpty();
        assertThat(scheme.openSteps(reference)).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
    }

    @Test
    void aRequestFromATrustedAddressIsActedOnAtOnce() {
        String first = acceptedCase("ann@example.org");
        jdbc.sql("update support_case set stage = 'CLOSED', closed_at = now() where reference = :reference")
                .param("reference", first)
                .update();
        HttpResponse<String> sent = requester("ann@example.org").sendAndOpenWhatFollows();
        assertThat(sent.body()).contains("Now open your e-mail");
        assertThat(cases()).isOne();
        RequestToConfirm mail = mail();
        assertThat(mail.kind()).isEqualTo(Kind.OPENED);
        assertThat(mailbox.count("ann@example.org", "Please confirm"))
                .as("links since the first case")
                .isOne();
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void anAddressThatHasOnlyConfirmedARequestIsNotTrusted() {
        String first = number(confirmed("ann@example.org"));
        jdbc.sql("update support_case set stage = 'DECLINED', closed_at = now() where reference = :reference")
                .param("reference", first)
                .update();
        requester("ann@example.org").send();
        assertThat(mail().kind()).isEqualTo(Kind.CONFIRM);
    }

    @Test
    void nobodyIsSentMoreThanAFewLinks() {
        for (int time = 0; time < 7; time++) {
            requester("victim@example.org").send();
            processSentRequests.process();
        }
        assertThat(events.stream(RequestToConfirm.class)).hasSize(5);
    }

    @Test
    void aRequestThatAProgramFillsInIsNotSent() {
        assertThat(requester()
                        .change("contact", "leave-empty", "http://example.com")
                        .sendAndOpenWhatFollows()
                        .body())
                .contains("Now open your e-mail");
        processSentRequests.process();
        assertThat(events.stream(RequestToConfirm.class)).isEmpty();
    }

    @Test
    void answersOutliveTheServerSessionAndAnotherTabChangesThem() {
        HelpRequester requester = requester();
        String version = requester.answerAll().body().replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        requester.change("contact", "contactName", "Ben Field").answer("contact");
        assertThat(requester.browser.get("/request-help/contact").body()).contains("value=\"Ben Field\"");
        HttpResponse<String> stale = requester.browser.post("/request-help/send", "version", version);
        assertThat(Browser.location(stale)).isEqualTo("/request-help/check?changed");
        assertThat(requester.browser.get("/request-help/check?changed").body())
                .contains("changed in another tab", "Ben Field");
    }

    @Test
    void aBrowserWithoutARequestLosesNothingItSends() {
        HelpRequester late = requester();
        late.browser.get("/request-help/situation");
        assertThat(Browser.location(late.answer("situation"))).isEqualTo("/request-help/risk");
        assertThat(Browser.location(late.browser.get("/request-help/check"))).isEqualTo("/request-help/practice");
        assertThat(late.browser.get("/request-help/situation").body()).contains("The manager left (");
        assertThat(Browser.location(new Browser(port).get("/request-help/check")))
                .isEqualTo("/request-help");
        Browser cleared = new Browser(port);
        cleared.get("/request-help/contact");
        assertThat(Browser.location(cleared.post("/request-help/send", "version", "3")))
                .isEqualTo("/request-help/ended");
        assertThat(cleared.get("/request-help/ended").body()).contains("no longer here");
    }

    @Test
    void eachPageAsksItsFieldsAndNoOthers() {
        for (RequestPage page : Journey.REQUEST.pages()) {
            Pattern boxes = Pattern.compile("<(?:input|textarea|select)[^>]* name=\"([A-Za-z-]+)\"");
            String body = new Browser(port).get(Journey.REQUEST.at(page)).body();
            Set<String> fields = boxes.matcher(body)
                    .results()
                    .map(box -> PageForm.fieldOf(box.group(1)))
                    .filter(field -> !Set.of("q", "leave-empty").contains(field))
                    .collect(Collectors.toSet());
            assertThat(fields)
                    .as("fields of the page %s", page.path())
                    .isEqualTo(page == RequestPage.PRACTICE ? Set.of() : WrittenAnswers.keys(page));
        }
    }

    @Test
    void aPageSaysWhatIsWrongAndShowsWhatWasTyped() {
        HelpRequester requester =
                requester().change("contact", "contactEmail", "not an address").change("contact", "contactRole", "");
        HttpResponse<String> page = requester.answer("contact");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<title>Error: ",
                        "href=\"#contactEmail\"",
                        "href=\"#contactRole\"",
                        "value=\"not an address\"",
                        "value=\"Ann Field\"");
        HttpResponse<String> future = requester()
                .change(
                        "situation",
                        "since-year",
                        Integer.toString(LocalDate.now(SchemeTime.ZONE).getYear() + 1))
                .answer("situation");
        assertThat(future.body()).contains("is in the future", "href=\"#since\"");
    }

    @Test
    void anEmptySearchAsksForANameAndThePersonIsSpokenToAsYou() {
        browser.get("/request-help/practice");
        HttpResponse<String> empty = browser.post("/request-help/practice", "q", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Type the name of the practice, its postcode or its ODS code", "href=\"#q\"");

        assertThat(requester()
                        .change("contact", "contactName", "")
                        .change("contact", "contactEmail", "josé@example.org")
                        .answer("contact")
                        .body())
                .contains("Give your name.", "Your e-mail address looks like name@example.org")
                .doesNotContain("ontact&#39;s");
    }

    @Test
    void somebodyWhoKnowsOnlyTheMonthLeavesTheDayEmpty() {
        LocalDate month = LocalDate.now(SchemeTime.ZONE).minusMonths(3).withDayOfMonth(1);
        HelpRequester requester = requester()
                .change("situation", "since-day", "")
                .change("situation", "since-month", Integer.toString(month.getMonthValue()))
                .change("situation", "since-year", Integer.toString(month.getYear()));
        assertThat(requester.answerAll().body()).contains(BritishFormat.date(month), "That date is about right");
        assertThat(requester()
                        .change("situation", "since-month", "")
                        .answer("situation")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsLeftBlankIsNotSaidToBeNone() {
        HelpRequester blank =
                requester().answers("risk", "atRisk", "Nobody can run the payroll.", "payrollAtRisk", "true");
        assertThat(blank.answerAll().body()).doesNotContain("Neither");
        assertThat(requester().answerAll().body()).contains("Neither");
    }

    @Test
    void noPublicPageShortensPracticeManager() {
        Browser visitor = new Browser(port);
        assertThat(Journey.REQUEST.pages()).allSatisfy(page -> assertThat(
                        visitor.get(Journey.REQUEST.at(page)).body().replace("Roving PM", ""))
                .doesNotContainPattern("\\bPMs?\\b"));
    }

    @Test
    void thePracticeIsFoundWithoutJavaScript() {
        browser.get("/request-help/practice");
        HttpResponse<String> searched = browser.post("/request-help/practice", "q", practice + " <b>");
        assertThat(searched.statusCode()).isEqualTo(302);
        HttpResponse<String> found = browser.get(Browser.location(searched));
        assertThat(found.body()).contains("One practice found.", "value=\"" + practice + "\"", "&lt;b&gt;");
        assertThat(Browser.location(browser.post("/request-help/practice", "odsCode", practice)))
                .isEqualTo("/request-help/contact");
        assertThat(browser.post("/request-help/practice").body())
                .contains("Type the name of the practice", "href=\"#q\"");
        assertThat(browser.send("GET", "/request-help/practices?q=" + practice, null)
                        .body())
                .contains("\"code\":\"" + practice + "\"");
    }

    @Test
    void thePagesArePrivateAndNotCached() {
        HttpResponse<String> page = browser.get("/request-help/confirm/" + "A".repeat(43));
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        HttpResponse<String> answered = requester().answer("practice");
        assertThat(answered.headers().firstValue("Set-Cookie").orElse(""))
                .contains("help-request=", "HttpOnly", "SameSite=Lax", "Path=/request-help");
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused() {
        HttpResponse<String> forged = new Browser(port).post("/request-help/contact", "contactName", "Mallory");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void expiredRequestsAreDeleted() {
        requester().answerAll();
        clock.moveBy(Duration.ofHours(25));
        expire();
        assertThat(jdbc.sql("select count(*) from help_request")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Autowired
    private HelpRequests requests;

    @Autowired
    private HiddenCases hiddenCases;

    private void expire() {
        org.springframework.test.util.ReflectionTestUtils.invokeMethod(requests, "deleteExpired");
    }

    @Test
    void theLiaisonTeamRefersAPracticeWithItsConsent() {
        Browser liaison = new Browser(port);
        liaison.signIn(people.with(Role.LIAISON), TestPeople.PASSWORD);
        HelpRequester referrer = new HelpRequester(liaison, "/refer", practice);
        assertThat(referrer.answerAll().body()).contains("Dr Ann Field, partner");
        HttpResponse<String> done = referrer.sendAndOpenWhatFollows();
        String reference = number(done);
        assertThat(done.body()).contains("Practice referred").doesNotContain("/cases/");
        assertThat(scheme.openSteps(reference)).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
        assertThat(jdbc.sql("select consent_given_by from support_case where reference = :r and referred_by_liaison")
                        .param("r", reference)
                        .query(String.class)
                        .single())
                .isEqualTo("Dr Ann Field, partner");
        assertThat(events.stream(RequestToConfirm.class)).isEmpty();
    }

    @Test
    void whoeverRefersAPracticeConfidentiallyChoosesByNameWhoSeesTheCase() {
        String officer = people.with(Role.LIAISON);
        String chosen = people.with(Role.COORDINATOR);
        String colleague = people.with(Role.COORDINATOR);
        Browser liaison = new Browser(port);
        liaison.signIn(officer, TestPeople.PASSWORD);
        HelpRequester referrer =
                new HelpRequester(liaison, "/refer", practice).change("confidential", "confidential", "true");
        String check = referrer.answerAll().body();
        assertThat(check).contains("Who else sees the case?", "value=\"" + chosen + "\"", "Tamsin Teasel");
        String version = check.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");

        HttpResponse<String> alone = liaison.post("/refer/send", "version", version, "viewers", officer);
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body()).contains("Somebody of the office must see the case");

        String reference = number(
                liaison.get(Browser.location(liaison.post("/refer/send", "version", version, "viewers", chosen))));
        assertThat(hiddenCases.whoMaySee(new CaseReference(reference), List.of(officer, chosen, colleague)))
                .containsExactlyInAnyOrder(officer, chosen);
    }

    @Test
    void aPracticeIsNotAskedWhoOfTheSchemeSeesItsCase() {
        String asked = requester()
                .change("confidential", "confidential", "true")
                .answerAll()
                .body();

        assertThat(asked).contains("Check your answers").doesNotContain("Who else sees the case?");
    }

    @Test
    void nobodyElseRefersPractices() {
        Browser pm = new Browser(port);
        pm.signIn(people.with(Role.ROVING_PM), TestPeople.PASSWORD);
        assertThat(pm.get("/refer").statusCode()).isEqualTo(403);
        assertThat(browser.get("/refer").statusCode()).isEqualTo(302);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
