package org.rovingpm.stuck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.bulkchange.BulkChangeProcess;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** A case whose mail server is down, found, understood and tried again: on our page and in Cockpit. */
class StuckBrowserTest extends BrowserTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private MovableClock clock;

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
    private String reference;
    private String instance;
    private Job delivery;

    @BeforeEach
    void aCaseWhoseMailServerIsDown() {
        mail.sendBy(freePort());
        // A team without anybody would be a cause of its own
        people.with(Role.COORDINATOR);
        people.with(Role.SERVICE_MANAGER);
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97301")));
        instance = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getProcessInstanceId();
        delivery = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(MessageDeliveryProcess.KEY)
                .list()
                .stream()
                .map(found ->
                        jobs.createJobQuery().processInstanceId(found.getId()).singleResult())
                .findFirst()
                .orElseThrow();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatThrownBy(() -> jobs.executeJob(delivery.getId()));
        }
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        mail.keep();
        server.stop();
        clock.reset();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void theServerIsBack() {
        server.start();
        mail.sendBy(server);
    }

    private static Locator row(Locator where, String text) {
        return where.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private void look(String name) {
        String folder = System.getProperty("rovingpm.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    private void isAccessible(String where) {
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .include(where)
                        .withTags(RULES)
                        .analyze()
                        .getViolations())
                .as(where)
                .isEmpty();
    }

    @Test
    void aProcessManagerFindsUnderstandsAndTriesItAgainFromCockpitsDashboard() {
        signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        page.navigate("/camunda/app/cockpit/default/");
        Locator stuck = page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Stuck cases").setExact(true))
                .first();
        stuck.getByLabel("Why").selectOption("Message not delivered");
        Locator failed = row(stuck, reference);
        assertThat(failed).containsText("Message not delivered: Send message");
        assertThat(failed).containsText("could not be reached");
        assertThat(failed).containsText("check the mail server");
        assertThat(failed).not().containsText("Practice Z97301");
        look("cockpit-dashboard");
        isAccessible(".rpm-watch");

        theServerIsBack();
        button(failed, "Try again").click();
        assertThat(stuck.getByRole(AriaRole.STATUS)).containsText("is being retried");
        button(row(stuck, reference), "Try again").click();
        assertThat(stuck.getByRole(AriaRole.STATUS)).containsText("being retried already");
        jobs.executeJob(delivery.getId());
        page.reload();
        assertThat(stuck.locator("h2")).isVisible();
        assertThat(failed).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aProcessManagerFollowsACaseInTheTabsOfItsInstanceAndSeesWhereCasesWait() {
        signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        page.getByText("Case timeline", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".rpm-watch")).containsText("Case " + reference);
        assertThat(page.locator(".rpm-watch")).containsText("Help requested");
        look("cockpit-timeline");
        isAccessible(".rpm-watch");
        page.getByText("History", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(row(page.locator(".rpm-watch"), "Assess request")).containsText("going on");
        assertThat(row(page.locator(".rpm-watch"), "caseReference")).containsText(reference);
        assertThat(row(page.locator(".rpm-watch"), "rag")).containsText("Help requested");
        assertThat(page.locator(".rpm-watch")).containsText("request received");
        look("cockpit-history");
        isAccessible(".rpm-watch");

        String definition = processes
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        assertThat(page.locator(".rpm-heat")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\d+ wait")))
                        .first())
                .isVisible();
        look("cockpit-heat-map");
    }

    @Test
    void aServiceManagerFindsItOnThePageAndEverybodyCanUseThat() {
        clock.moveBy(java.time.Duration.ofDays(21));
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/stuck");
        page.getByLabel("Case or practice").fill(reference);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        Locator list = page.locator("table.stuck");
        assertThat(row(list, "Message not delivered")).containsText("could not be reached");
        assertThat(row(list, "Overdue task: Assess request")).containsText("Practice Z97301");
        PublicPages.isUsableByEverybody(page, "stuck");

        row(list, "Message not delivered")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^More")))
                .click();
        assertThat(page.locator("h1")).containsText("Message not delivered: Send message");
        page.getByText("Stack trace", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("pre")).containsText("at org.rovingpm.notification");
        PublicPages.isUsableByEverybody(page, "stuck-one");
        button(page.locator("main"), "Try again").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("being retried already");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change many at once"))
                .click();
        PublicPages.isUsableByEverybody(page, "bulk");
    }

    @Test
    void aServiceManagerSeesWhichCasesLoseTheirPmAndMustAgreeToIt() {
        String absent = scheme.pm("pm-away-long");
        String offered = scheme.offered("Z97302", absent);
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/bulk");
        page.getByLabel("What do you want to do?").selectOption("FIND_ANOTHER_PM");
        page.getByLabel("Whose tasks or cases").selectOption(absent);
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Ill until January.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(page.locator("main")).containsText("Practice Z97302 (%s): Unanswered offer".formatted(offered));
        PublicPages.isUsableByEverybody(page, "bulk-agree");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find another PM for all of them"))
                .click();
        assertThat(row(page.locator("main"), offered)).containsText("Waiting");
        PublicPages.isUsableByEverybody(page, "bulk-progress");
        page.navigate("/stuck/one?cause=overdueTask&id=no-longer-there");
        PublicPages.isUsableByEverybody(page, "stuck-settled");
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey(BulkChangeProcess.KEY)
                .list()
                .forEach(running -> processes.deleteProcessInstance(running.getId(), "End of the test"));
        scheme.forget(offered);
        scheme.leave(absent);
    }
}
