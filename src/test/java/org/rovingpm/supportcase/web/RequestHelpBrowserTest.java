package org.rovingpm.supportcase.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.supportcase.request.ProcessSentRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RequestHelpBrowserTest extends BrowserTest {

    private static final String PRACTICE = "W80001";
    private static final String ADDRESS = "ann.field@example.org";
    private static final String PLAIN = "plain-";

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private ProcessSentRequests processSentRequests;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> complaints = new ArrayList<>();
    private Mailbox mailbox;

    @BeforeEach
    void aPractice() {
        mailbox = new Mailbox(mail, jobs, jdbc);
        scheme.practice(PRACTICE);
        jdbc.sql("update practice set name = 'Marigold Medical Centre' where ods_code = :code")
                .param("code", PRACTICE)
                .update();
    }

    @AfterEach
    void leaveNothingRunning() {
        mailbox.close();
        jdbc.sql("select case_reference from case_practice where ods_code = :code")
                .param("code", PRACTICE)
                .query(String.class)
                .list()
                .forEach(scheme::forget);
        jdbc.sql(
                        "update support_case set stage = 'DECLINED', closed_at = now() where reference in (select case_reference from case_practice where ods_code = :code)")
                .param("code", PRACTICE)
                .update();
        jdbc.sql("delete from help_request").update();
    }

    @Test
    void aPracticeRequestsHelpWithJavaScript() {
        page = watched(page);
        journey(page, true);
    }

    @Test
    void aPracticeRequestsHelpOnASmallTelephoneWithoutJavaScript() {
        journey(browserWithoutJavaScript(), false);
    }

    @Test
    void theLiaisonTeamRefersAPracticeWithJavaScript() {
        refer(page, "");
    }

    @Test
    void theLiaisonTeamRefersAPracticeWithoutJavaScript() {
        refer(browserWithoutJavaScript(), PLAIN);
    }

    private void refer(Page page, String how) {
        signIn(page, people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/refer");
        look(page, how + "refer-start");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start now"))
                .click();
        page.getByLabel("Search by name").fill(PRACTICE);
        press(page, "Search");
        look(page, how + "refer-practice-found");
        press(page, "Continue");
        press(page, "Continue");
        look(page, how + "refer-consent-wrong");
        page.getByLabel("Who at the practice agreed").fill("Dr Ann Field, partner");
        date(page, "When did they agree?", LocalDate.now(SchemeTime.ZONE).minusDays(2));
        press(page, "Continue");
        questions(page);
        look(page, how + "refer-check");
        press(page, "Send request");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Practice referred")))
                .isVisible();
        look(page, how + "referred");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Open case RPM-.*")))
                .click();
        assertThat(page.getByText("Dr Ann Field, partner").first()).isVisible();
    }

    private Page browserWithoutJavaScript() {
        Page plain = session.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setJavaScriptEnabled(false)
                        .setViewportSize(320, 640))
                .newPage();
        plain.setDefaultTimeout(20_000);
        return plain;
    }

    /** Notes what the page's policy forbids and what fails in it. */
    private Page watched(Page watched) {
        watched.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        watched.onPageError(complaints::add);
        watched.onRequest(request -> {
            if (request.url().contains("/fonts/") || !request.url().startsWith("http://localhost:" + port)) {
                complaints.add("asks for " + request.url());
            }
        });
        return watched;
    }

    private void journey(Page page, boolean scripts) {
        String how = scripts ? "" : PLAIN;
        page.navigate("/");
        look(page, how + "home");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Request help"))
                .click();
        look(page, how + "start");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start now"))
                .click();
        look(page, how + "practice");
        choosePractice(page, scripts, how);
        assertThat(page.getByLabel("Your name")).isVisible();
        press(page, "Continue");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        look(page, how + "contact-wrong");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Give your e-mail address."))
                .click();
        assertThat(page.getByLabel("Your e-mail address")).isFocused();
        questionsLookedAt(page, how);
        look(page, how + "check");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Change.*role")))
                .click();
        page.getByLabel("Your role at the practice").fill("Senior partner");
        press(page, "Continue");
        assertThat(page.getByText("Senior partner")).isVisible();
        press(page, "Send request");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Now open your e-mail")))
                .isVisible();
        look(page, how + "sent");
        processSentRequests.process();
        page.navigate(mailbox.link(ADDRESS, "Please confirm"));
        look(page, how + "confirm");
        press(page, "Confirm my request");
        assertThat(page.getByText(Pattern.compile("Your case number is RPM-.*")))
                .isVisible();
        look(page, how + "confirmed");
        addsToTheCase(page, how);
        page.navigate("/request-help/confirm/x");
        look(page, how + "gone");
        page.navigate("/request-help/ended");
        look(page, how + "ended");
        page.navigate("/privacy");
        look(page, how + "privacy");
        page.navigate("/accessibility");
        look(page, how + "accessibility");
        Assertions.assertThat(complaints.stream()
                        .filter(complaint -> !complaint.contains("404") && !complaint.contains("422")))
                .isEmpty();
    }

    /** The same person requests help again, and is told of the case that is open. */
    private void addsToTheCase(Page page, String how) {
        new HelpRequester(new Browser(port), "/request-help", PRACTICE)
                .change("contact", "contactEmail", ADDRESS)
                .send();
        processSentRequests.process();
        page.navigate(mailbox.link(ADDRESS, "Please confirm"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You have a case already")))
                .isVisible();
        look(page, how + "confirm-addition");
        press(page, "Add it to the case");
        assertThat(page.getByText(Pattern.compile("RPM-.*")).first()).isVisible();
        look(page, how + "added");
    }

    private void choosePractice(Page page, boolean scripts, String how) {
        Locator search = page.getByLabel("Search by name, postcode or ODS code");
        if (scripts) {
            search.pressSequentially("marigold");
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Marigold Medical Centre");
            look(page, how + "practice-offered");
            search.press("ArrowDown");
            search.press("Enter");
            press(page, "Continue");
        } else {
            search.fill("marigold");
            press(page, "Search");
            look(page, how + "practice-found");
            page.getByLabel("Marigold Medical Centre").check();
            press(page, "Continue");
        }
    }

    private void questions(Page page) {
        questionsLookedAt(page, null);
    }

    private void questionsLookedAt(Page page, String how) {
        boolean own = how != null;
        page.getByLabel(own ? "Your name" : "Name of the contact").fill("Ann Field");
        page.getByLabel(own ? "Your role at the practice" : "Role at the practice")
                .fill("GP partner");
        page.getByLabel(own ? "Your e-mail address" : "E-mail address").fill(ADDRESS);
        next(page, how, "contact");
        page.getByLabel("Finances").check();
        page.getByLabel("Yes").check();
        next(page, how, "help");
        page.getByLabel(Pattern.compile("What has happened, in .*")).fill("The manager has left.\nThe deputy is ill.");
        date(page, "Since when?", LocalDate.now(SchemeTime.ZONE).minusDays(20));
        next(page, how, "situation");
        page.getByLabel("The pay of the staff").check();
        page.getByLabel("Neither").check();
        next(page, how, "risk");
        page.getByLabel("What is its Care Quality Commission").selectOption("GOOD");
        next(page, how, "about");
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        next(page, how, "confidential");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Check your answers")))
                .isVisible();
    }

    private void next(Page page, String how, String name) {
        if (how != null) {
            look(page, how + name);
        }
        press(page, "Continue");
    }

    private static void date(Page page, String label, LocalDate date) {
        Locator group = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(label));
        group.getByLabel("Day").fill(Integer.toString(date.getDayOfMonth()));
        group.getByLabel("Month").fill(Integer.toString(date.getMonthValue()));
        group.getByLabel("Year").fill(Integer.toString(date.getYear()));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Holds the page to the guidelines where scripts run, which the check itself needs; and to a typeface that may be used here. */
    private static void look(Page page, String name) {
        if (!name.startsWith(PLAIN)) {
            PublicPages.isUsableByEverybody(page, name);
            Assertions.assertThat(
                            page.evaluate(
                                    "[...document.querySelectorAll('body *')].filter(e => getComputedStyle(e).fontFamily.includes('GDS')).map(e => e.className)"))
                    .as(name)
                    .isEqualTo(List.of());
        }
    }
}
