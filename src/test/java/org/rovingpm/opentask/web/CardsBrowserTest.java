package org.rovingpm.opentask.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.TestProcesses;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a glance at Tasklist tells: which case, how it is rated, what is late, how much there is. */
class CardsBrowserTest extends BrowserTest {

    private static final int ON_A_LAPTOP = 8;
    private static final int HEIGHT = 720;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private String coordinator;

    @BeforeEach
    void deploy() {
        processes.deploy();
        coordinator = people.with(Role.COORDINATOR);
    }

    @AfterEach
    void undeploy() {
        processes.undeploy();
    }

    private CaseReference task(Duration due) {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.MATCHING, Rag.RED);
        String id = processes.taskOf(processes.start(SupportCaseProcess.KEY, reference.value()));
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        task.setName("Assess request");
        task.setAssignee(coordinator);
        task.setDueDate(Date.from(Instant.now().plus(due)));
        tasks.saveTask(task);
        return reference;
    }

    private void unrated(CaseReference reference, String suggestion) {
        jdbc.sql("update support_case set rag = null where reference = :reference")
                .param("reference", reference.value())
                .update();
        if (suggestion != null) {
            jdbc.sql("""
                    insert into rag_suggestion (case_reference, rag, reasons, suggested_at) values (:reference, :rag, '[]', now())""")
                    .param("reference", reference.value())
                    .param("rag", suggestion)
                    .update();
        }
    }

    private Locator card(CaseReference reference) {
        return page.locator("li.task").filter(new Locator.FilterOptions().setHasText(reference.value()));
    }

    private void look(String name) {
        if (System.getProperty("rovingpm.screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("rovingpm.screenshots"), name + ".png")));
        }
    }

    @Test
    void eightCardsFitALaptopAndSayWhatIsLateAndHowItIsRated() {
        CaseReference late = task(Duration.ofHours(-30));
        CaseReference suggested = task(Duration.ofHours(2));
        unrated(suggested, "GREEN");
        CaseReference unrated = task(Duration.ofHours(3));
        unrated(unrated, null);
        for (int more = 3; more < ON_A_LAPTOP; more++) {
            task(Duration.ofHours(more + 1));
        }
        page.setViewportSize(1280, HEIGHT);
        signIn(coordinator, TestPeople.PASSWORD);
        page.navigate("/camunda/app/tasklist/default/");

        assertThat(page.locator("li.task")).hasCount(ON_A_LAPTOP);
        assertThat(card(late).locator(".variable-value[uib-tooltip='Red']")).hasText("Red");
        assertThat(card(suggested).locator(".variable-item:has([uib-tooltip='rag']) .variable-value"))
                .hasText("Green (suggested)");
        assertThat(card(unrated).locator(".variable-item:has([uib-tooltip='rag']) .variable-value"))
                .hasText("Not rated yet");
        assertThat(card(late).locator(".due-date")).hasClass(Pattern.compile(".*overdue.*"));
        Assertions.assertThat(
                        card(late).locator(".due-date").evaluate("node => getComputedStyle(node, '::before').content"))
                .asString()
                .contains("Overdue");
        look("cards");
        BoundingBox last = page.locator("li.task").last().boundingBox();
        Assertions.assertThat(last.y + last.height)
                .as("the last of eight cards ends on a laptop's screen")
                .isLessThanOrEqualTo(HEIGHT);
    }

    @Test
    void everyListSaysHowManyTasksItHas() {
        task(Duration.ofHours(-30));
        task(Duration.ofHours(30));
        signIn(coordinator, TestPeople.PASSWORD);
        page.navigate("/camunda/app/tasklist/default/");

        assertThat(list("Overdue").locator(".roving-pm-count")).hasText(Pattern.compile("\\([1-9].*\\)"));
        page.getByText("Overdue").first().click();
        assertThat(list("My tasks").locator(".roving-pm-count")).hasText("(2)");
    }

    private Locator list(String name) {
        return page.locator(".task-filters .item").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void countsAreThoseOfTheReader() {
        task(Duration.ofHours(2));
        Browser browser = new Browser(port);
        browser.signIn(coordinator, TestPeople.PASSWORD);
        JsonNode lists = Browser.json(browser.get("/api/task-lists"));
        Assertions.assertThat(lists.get(0).path("name").asText()).isEqualTo("My tasks");
        Assertions.assertThat(lists.get(0).path("count").asInt()).isEqualTo(1);

        Browser another = new Browser(port);
        another.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        Assertions.assertThat(Browser.json(another.get("/api/task-lists"))
                        .get(0)
                        .path("count")
                        .asInt())
                .isZero();
        Browser commissioner = new Browser(port);
        commissioner.signIn(people.with(Role.COMMISSIONER), TestPeople.PASSWORD);
        Assertions.assertThat(commissioner.get("/api/task-lists").statusCode()).isEqualTo(403);
    }
}
