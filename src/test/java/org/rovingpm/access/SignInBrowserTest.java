package org.rovingpm.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInBrowserTest extends BrowserTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private JdbcClient jdbc;

    private void look(String name) {
        if (System.getProperty("rovingpm.screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("rovingpm.screenshots"), name + ".png")));
        }
    }

    private void openWork() {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Home").setExact(true)))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your work"))
                .click();
    }

    @Test
    void oneSignInLeadsHomeAndToTasklistAndSigningOutLeadsBack() {
        processes.deploy();
        processes.assign(processes.taskOf(processes.start(SupportCaseProcess.KEY, "RPM-2026-9101")), "nobody");
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.MATCHING, Rag.RED);
        processes.start(SupportCaseProcess.KEY, reference.value());
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        openWork();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
        assertThat(page.getByText("My team").first()).isVisible();
        assertThat(page).hasTitle(Pattern.compile("Roving PM.*"));
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        page.getByText("My team").first().click();
        assertThat(page.locator(".tasks-list")
                        .getByText("Practice " + reference.value().substring("RPM-2026-".length()))
                        .first())
                .isVisible();
        assertThat(page.locator(".tasks-list").getByText(reference.value()).first())
                .isVisible();
        page.locator(".tasks-list .task").first().click();
        look("tasklist");
        page.locator(".account > a").click();
        look("menu");
        page.locator(".account .logout a, .logout a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?signed-out"));
        assertThat(page.getByText("You have signed out.")).isVisible();
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        processes.undeploy();
    }

    @Test
    void anEndedSessionLeadsToTheSignInPage() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        openWork();
        assertThat(page.getByText("My team").first()).isVisible();
        session.clearCookies();
        page.getByText("Overdue").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?ended"));
    }

    @Test
    void processManagersWorkInCockpit() {
        processes.deploy();
        processes.start(SupportCaseProcess.KEY, "RPM-2026-9103");
        signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        openWork();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/.*"));
        assertThat(page.getByText("Right Now").first()).isVisible();
        look("cockpit");
        page.navigate("/camunda/app/cockpit/default/#/processes");
        assertThat(page.getByText(SupportCaseProcess.KEY).first()).isVisible();
        look("cockpit-processes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(SupportCaseProcess.KEY))
                .first()
                .click();
        assertThat(page.getByText("RPM-2026-9103").first()).isVisible();
        look("cockpit-process");
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        processes.undeploy();
    }

    @Test
    void administratorsWorkInAdmin() {
        signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        openWork();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/admin/default/.*"));
        page.navigate("/camunda/app/admin/default/#/users");
        assertThat(page.getByText("first-admin").first()).isVisible();
        look("admin");
    }

    @Test
    void whoHasNoTasksOrNoRightIsToldSoOnAccessiblePages() {
        signIn(people.with(Role.COMMISSIONER), TestPeople.PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The scheme in figures")))
                .isVisible();
        openWork();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Funds")))
                .isVisible();
        page.navigate("/stuck");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You may not open this page")))
                .isVisible();
        PublicPages.isUsableByEverybody(page, "no-right");
    }

    @Test
    void theSignInPageIsAccessible() {
        for (String address : List.of("/sign-in", "/sign-in?refused", "/sign-in?signed-out", "/sign-in?ended")) {
            page.navigate(address);
            PublicPages.isUsableByEverybody(page, "sign-in-" + address.replaceAll(".*\\?|/", ""));
        }
        Locator name = page.getByLabel("User name");
        name.focus();
        assertThat(name).isFocused();
    }
}
