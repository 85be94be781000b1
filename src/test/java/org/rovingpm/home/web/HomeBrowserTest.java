package org.rovingpm.home.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** The first page as people see it, on every width, and the way from it to the very task. */
class HomeBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private TaskService tasks;

    @Autowired
    private MovableClock clock;

    private String reference;

    @AfterEach
    void forget() {
        if (reference != null) {
            scheme.forget(reference);
        }
    }

    @Test
    void aTaskOfTheTeamIsOneClickAway() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97711")));
        Task task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST);
        task.setDueDate(Date.from(clock.instant().minus(Duration.ofDays(2000))));
        tasks.saveTask(task);
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        PublicPages.isUsableByEverybody(page, "home");
        assertThat(page.getByText("Overdue since").first()).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Assess request"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/\\?.*task=" + task.getId() + ".*"));
        assertThat(page.locator(".task-card h2.task")).hasText("Assess request");
        page.navigate("/happened");
        PublicPages.isUsableByEverybody(page, "happened");
    }

    @Test
    void everyOtherRoleHasAnAccessiblePage() {
        for (Role role : new Role[] {Role.COMMISSIONER, Role.ADMINISTRATOR, Role.ROVING_PM, Role.BUDGET_HOLDER}) {
            Page theirs = browserOfAnotherPerson();
            signIn(theirs, people.with(role), TestPeople.PASSWORD);
            PublicPages.isUsableByEverybody(theirs, "home-" + role.group());
        }
    }
}
