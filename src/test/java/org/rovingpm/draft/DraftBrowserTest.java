package org.rovingpm.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people type into a form of Tasklist, and what becomes of it when they do not send it. */
class DraftBrowserTest extends BrowserTest {

    private static final String ASSESS = SupportCaseProcess.Elements.ASSESS_REQUEST;
    private static final Pattern SAVED = Pattern.compile("Saved \\d\\d:\\d\\d");
    private static final String STORED = "() => JSON.stringify({...localStorage, ...sessionStorage})";

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String reference;
    private String writer;

    @BeforeEach
    void aRequest() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97302")));
        writer = people.with(Role.COORDINATOR);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
    }

    private void open(Page of, String person) {
        of.setViewportSize(1700, 1000);
        signIn(of, person, TestPeople.PASSWORD);
        of.navigate("/camunda/app/tasklist/default/#/?task="
                + scheme.task(reference, ASSESS).getId());
        assertThat(of.locator(".task-card .fjs-form")).isVisible();
    }

    private static void claim(Page of) {
        of.locator("button.claim").click();
        assertThat(of.locator("button.unclaim")).isVisible();
    }

    private static Locator question(Page of) {
        return of.getByLabel("What do you want to ask the practice?");
    }

    private static Locator status(Page of) {
        return of.locator(".draft-status");
    }

    private static void type(Page of, String text) {
        of.getByLabel("Ask the practice for more information").check();
        question(of).fill(text);
    }

    @Test
    void whatIsTypedIsSavedByItselfAndThereAfterReloadAnotherListAndSigningOut() {
        open(page, writer);
        assertThat(status(page)).hasText("What you type here is saved by itself, for you alone.");
        claim(page);
        type(page, "Who is in char");
        assertThat(status(page)).hasText(SAVED);

        page.reload();
        assertThat(question(page)).hasValue("Who is in char");
        assertThat(status(page)).hasText(SAVED);

        // Too quick for any pause: it is saved on leaving
        question(page).fill("Who is in charge?");
        page.getByText("Overdue").first().click();
        page.navigate("/camunda/app/tasklist/default/#/?task="
                + scheme.task(reference, ASSESS).getId());
        assertThat(question(page)).hasValue("Who is in charge?");

        question(page).fill("Who is in charge now?");
        page.locator(".account > a").click();
        page.locator(".account .logout a, .logout a").first().click();
        assertThat(page.getByText("You have signed out.")).isVisible();
        assertThat(page.evaluate(STORED).toString()).doesNotContain("in char", "camunda-form");
        open(browserOfAnotherPerson(), people.with(Role.SERVICE_MANAGER));
        open(page, writer);
        assertThat(question(page)).hasValue("Who is in charge now?");
    }

    @Test
    void nothingOfItIsInTheBrowserWhereTasklistWouldStoreIt() {
        page.navigate("/sign-in");
        page.evaluate("localStorage.setItem('camunda-form:1', 'left by an earlier version')");
        open(page, writer);
        claim(page);
        type(page, "Who is in charge?");
        assertThat(status(page)).hasText(SAVED);
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true)))
                .not()
                .isVisible();

        page.evaluate("localStorage.setItem('camunda-form:2', 'as Tasklist would')");
        // As at the end of a session, when Tasklist stores what is there
        page.evaluate("document.querySelector('.form-actions [ng-click^=save]').click()");
        assertThat(page.evaluate(STORED).toString()).doesNotContain("charge", "camunda-form");
    }

    @Test
    void aColleagueWhoTakesTheTaskSeesNothingOfIt() {
        open(page, writer);
        claim(page);
        type(page, "Who is in charge?");
        assertThat(status(page)).hasText(SAVED);
        tasks.setAssignee(scheme.task(reference, ASSESS).getId(), null);

        Page colleague = browserOfAnotherPerson();
        open(colleague, people.with(Role.COORDINATOR));
        claim(colleague);
        assertThat(colleague.getByLabel("Ask the practice for more information"))
                .not()
                .isChecked();
    }

    @Test
    void twoDevicesAtOnceAreToldOfEachOther() {
        open(page, writer);
        claim(page);
        type(page, "From the phone");
        assertThat(status(page)).hasText(SAVED);
        Page desk = browserOfAnotherPerson();
        open(desk, writer);
        assertThat(question(desk)).hasValue("From the phone");

        save(desk, "From the desk");

        page.evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(status(page)).containsText("You went on with this form on another device at");
        status(page).getByRole(AriaRole.BUTTON).click();
        assertThat(question(page)).hasValue("From the desk");

        save(page, "From the phone again");
        save(desk, "From the desk, last");
        assertThat(status(desk)).containsText("This replaces what you saved on another device at");
    }

    /** Types it and waits until it is saved. */
    private static void save(Page of, String text) {
        of.waitForResponse(
                answer ->
                        answer.request().method().equals("PUT") && answer.url().contains("/api/drafts/"),
                () -> question(of).fill(text));
    }

    @Test
    void aFieldThatTheFormNoLongerHasIsLeftOut() {
        open(page, writer);
        claim(page);
        type(page, "Who is in charge?");
        assertThat(status(page)).hasText(SAVED);
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            jdbc.sql("select set_config('rovingpm.drafts_of', :person, true)")
                    .param("person", writer)
                    .query(String.class)
                    .single();
            jdbc.sql("""
                    update draft set answers = '{"gone":"An old question","declineReason":"NO_SUCH_CHOICE",
                        "decision":"ASK_FOR_INFORMATION","informationAskedFor":"Who?"}'""").update();
        });

        page.reload();
        assertThat(question(page)).hasValue("Who?");
        save(page, "Who else?");
        assertThat(page.evaluate(
                                "task => fetch('/api/drafts/' + task).then(found => found.text())",
                                scheme.task(reference, ASSESS).getId())
                        .toString())
                .contains("Who else?")
                .doesNotContain("An old question", "NO_SUCH_CHOICE");
    }

    @Test
    void whatCannotBeSavedIsSaidAndTriedAgain() {
        open(page, writer);
        claim(page);
        session.setOffline(true);
        type(page, "Who is in charge?");
        assertThat(status(page)).hasText("Not saved: there is no connection. It is tried again by itself.");
        session.setOffline(false);
        assertThat(status(page)).hasText(SAVED, new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        page.reload();
        assertThat(question(page)).hasValue("Who is in charge?");
    }

    @Test
    void whatIsSentIsNoDraftAnyMore() {
        open(page, writer);
        claim(page);
        type(page, "Who is in charge?");
        assertThat(status(page)).hasText(SAVED);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        assertThat(page.locator(".task-card .fjs-form")).hasCount(0);
        assertThat(scheme.openSteps(reference)).doesNotContain(ASSESS);
        assertThat(new TransactionTemplate(transactions).<Integer>execute(transaction -> {
                    jdbc.sql("select set_config('rovingpm.drafts_of', :person, true)")
                            .param("person", writer)
                            .query(String.class)
                            .single();
                    return jdbc.sql("select count(*) from draft")
                            .query(Integer.class)
                            .single();
                }))
                .isZero();
    }
}
