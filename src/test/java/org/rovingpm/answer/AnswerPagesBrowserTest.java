package org.rovingpm.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** A practice answers what it is asked in a browser, with JavaScript and without. */
class AnswerPagesBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private MovableClock clock;

    private String reference;

    @BeforeEach
    void help() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98041")));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        clock.reset();
        scheme.forget(reference);
    }

    private Page open(String purpose, boolean javaScript) {
        Page page = browserOfAnotherPerson(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript));
        page.navigate("/answer/"
                + kinds.link(kinds.ask(purpose, new CaseReference(reference)).orElseThrow(), null));
        return page;
    }

    private void accept() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Payroll is safe",
                "agreedWith",
                "Test Contact",
                "helpNeeded",
                "Somebody to run the practice",
                "sessionsAWeek",
                2,
                "expectedStart",
                "2026-12-07",
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    private void visitedBy(String pm) {
        String today = LocalDate.now(clock).toString();
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm, "reason", "Near by."));
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.INTRODUCE_PM,
                "coordinator",
                Map.of("introducedOn", today, "how", "EMAIL", "firstVisitOn", today));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                pm,
                Map.of(
                        "visitedOn",
                        today,
                        "findings",
                        "Much is in order.",
                        "needsConfirmed",
                        "YES",
                        "ragNow",
                        "AMBER"));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesTheInformationAskedFor(boolean javaScript) {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of(
                        "decision",
                        "ASK_FOR_INFORMATION",
                        "informationAskedFor",
                        "When did she leave?\nWho pays the staff?"));
        Page page = open("information", javaScript);
        press(page, "Send your answer");
        assertThat(page).hasTitle("Error: More about your request – Roving PM");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write your answer."))
                .click();
        assertThat(page.getByLabel("Your answer")).isFocused();
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answer-information-refused");
        }
        page.getByLabel("Your answer").fill("On 1 May.\nThe accountant.");
        page.getByLabel("Your name and your role at the practice").fill("Dr A Patel, senior partner");
        press(page, "Send your answer");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you");
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answered");
        }
        page.reload();
        page.navigate(page.url().replace("?thanks", ""));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("This has been answered already");
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answered-already");
        }
        assertThat(page.locator("main")).containsText("Dr A Patel, senior partner answered for Practice Z98041 on");
        org.assertj.core.api.Assertions.assertThat(scheme.openSteps(reference))
                .containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksForANewLinkWhereItsLinkHasExpired(boolean javaScript) {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        Page page = open("information", javaScript);
        clock.moveBy(Duration.ofDays(15));
        page.reload();
        isCalled(page, "This link has expired", javaScript);
        press(page, "Send a new link");
        isCalled(page, "Look in your mailbox", javaScript);
    }

    @Test
    void readsWhereItsLinkLeadsNowhere() {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        Page page = open("information", true);
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "On 1 May", "givenBy", "Dr Rung"));
        page.reload();
        isCalled(page, "We no longer need an answer", true);
        page.navigate("/answer/cut-in-two");
        isCalled(page, "This link does not work", true);
        page.navigate("/answer/cut-in-two/nothing");
        isCalled(page, "Page not found", true);
    }

    private static void isCalled(Page page, String heading, boolean looked) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
        if (looked) {
            PublicPages.isUsableByEverybody(
                    page, heading.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    @Test
    void leavesTheFocusWhereSomebodyHasPutItWhileItsScriptIsLoading() {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        Page page = open("information", true);
        CompletableFuture<Route> script = new CompletableFuture<>();
        page.route("**/govuk-frontend.min.js", script::complete);
        press(page, "Send your answer");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write your answer."))
                .click();
        assertThat(page.getByLabel("Your answer")).isFocused();
        page.waitForCondition(script::isDone);
        script.join().resume();
        assertThat(page.locator("body.js-enabled [data-govuk-error-summary-init]"))
                .isVisible();
        assertThat(page.getByLabel("Your answer")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void questionsItsRating(boolean javaScript) {
        accept();
        Page page = open("rag", javaScript);
        assertThat(page.locator("main")).containsText("Amber");
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answer-rag");
        }
        page.getByLabel("No, we see it differently").check();
        page.getByLabel("Your name and your role at the practice").fill("Dr A Patel, senior partner");
        press(page, "Send your answer");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Say what you see differently."))
                .click();
        page.getByLabel("What do you see differently?").fill("Nobody can pay the staff on Friday.");
        press(page, "Send your answer");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you");
        org.assertj.core.api.Assertions.assertThat(scheme.openSteps(reference))
                .contains(SupportCaseProcess.Elements.ANSWER_RAG_QUESTION);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsItsSupport(boolean javaScript) {
        accept();
        Page page = open("stop", javaScript);
        page.getByLabel("Why should it end?").fill("The manager is back.");
        page.getByLabel("Your name and your role at the practice").fill("Dr A Patel, senior partner");
        press(page, "End the support");
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Tick the box if support should end.")))
                .isVisible();
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answer-stop-refused");
        }
        page.getByLabel("Support for our practice should end").check();
        press(page, "End the support");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you");
        org.assertj.core.api.Assertions.assertThat(scheme.openSteps(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesItsFeedback(boolean javaScript) {
        accept();
        visitedBy(scheme.pm("pm-8041"));
        scheme.start(
                CaseChangeProcess.KEY,
                "service-manager",
                Map.of("caseReference", reference, "change", "PRACTICE_WITHDRAWS", "reason", "Settled"));
        scheme.complete(
                reference,
                CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                "service-manager",
                Map.of("objectivesMet", "NOT_STARTED", "whatChanged", "Nothing yet", "whatRemains", "Nothing"));
        scheme.complete(
                reference, CaseClosureProcess.Elements.RECONCILE_MONEY, "service-manager", Map.of("confirmed", true));
        Page page = open("feedback", javaScript);
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answer-feedback");
        }
        for (String question : List.of(
                "We would recommend the scheme to another practice",
                "The length of time was useful",
                "Practical improvements followed")) {
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
                    .getByLabel("Neither agree nor disagree")
                    .check();
        }
        page.getByLabel("About how many hours a week does it save you?").fill("7.5");
        page.getByLabel("What has changed for your practice?").fill("We sleep again.");
        page.getByLabel("You may quote what I wrote").check();
        page.getByLabel("Your name and your role at the practice").fill("Dr A Patel, senior partner");
        press(page, "Send your feedback");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you");
        org.assertj.core.api.Assertions.assertThat(scheme.openSteps(reference)).isEmpty();
        scheme.leave("pm-8041");
    }
}
