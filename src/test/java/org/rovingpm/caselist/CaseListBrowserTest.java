package org.rovingpm.caselist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list as people find cases in it, on a phone and at a desk. */
class CaseListBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;
    private String requested;

    @BeforeEach
    void twoCases() {
        reference = new ListedCases(jdbc).of("Quillfeather Surgery", CaseStage.SUPPORTED, Rag.AMBER);
        requested = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99730")));
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }

    @Test
    void aCoordinatorFindsACaseFromAnyHeaderSavesTheViewAndTakesItAway() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.setViewportSize(1280, 900);
        page.navigate("/stuck");
        Locator box = page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Find a case"));
        box.fill("quilfether");
        box.press("Enter");
        assertThat(page.getByText("spelt nearly so")).isVisible();
        assertThat(link(reference.value())).isVisible();
        PublicPages.isUsableByEverybody(page, "cases-found");

        page.setViewportSize(1280, 900);
        page.navigate("/cases");
        page.locator("#rag").selectOption("AMBER");
        page.locator("#area").selectOption(ListedCases.AREA);
        press("Show");
        assertThat(page).hasURL(Pattern.compile(".*rag=AMBER.*area=ZE1.*"));
        assertThat(link(reference.value())).isVisible();
        Download file = page.waitForDownload(() -> link("Excel workbook").click());
        assertThat(file.suggestedFilename()).endsWith(".xlsx");
        link("Save what is shown as a view").click();
        PublicPages.isUsableByEverybody(page, "case-view");
        page.getByLabel("Name of the view").fill("Amber in ZE1");
        page.getByLabel("Who sees it").selectOption("coordinator");
        press("Save view");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("has been saved");

        page.navigate("/cases?q=" + requested);
        assertThat(page.getByText("(suggested)")).isVisible();
        assertThat(page.locator("tbody .rag.none")).isVisible();
        PublicPages.isUsableByEverybody(page, "cases-unrated");
        page.navigate("/cases");
        link("Amber in ZE1").click();
        assertThat(page.locator("#rag")).hasValue("AMBER");
        link("RAG").click();
        assertThat(page).hasURL(Pattern.compile(".*sort=RAG.*"));
        PublicPages.isUsableByEverybody(page, "cases");
    }

    @Test
    void onAPhoneEachCaseIsStackedAndLeadsToItsPage() {
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.setViewportSize(390, 844);
        page.navigate("/cases?q=Quillfeather");
        Locator row = page.locator("tbody tr").first();
        assertThat(row).containsText("Quillfeather Surgery");
        double height = row.boundingBox().height;
        assertThat(height).as("stacked").isGreaterThan(200);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        page.navigate("/cases?q=" + requested);
        link(requested).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(requested);
    }

    @Test
    void theBoxStandsInTasklistAndLeavesRoomForTheCasePanel() {
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.setViewportSize(1920, 1000);
        page.navigate("/camunda/app/tasklist/default/");
        Locator box = page.locator(".roving-pm-case-box");
        assertThat(box.locator("input")).isVisible();
        box.locator("input").fill("Quillfeather");
        box.locator("input").press("Enter");
        assertThat(link(reference.value())).isVisible();

        page.setViewportSize(1100, 900);
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(box.locator("a")).isVisible();
        assertThat(box.locator("input")).isHidden();
        box.locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/cases$"));
    }

    @Test
    void theBoxStandsInCockpitForWhoeverHasTheList() {
        signIn(people.with(Role.PROCESS_MANAGER, Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.setViewportSize(1920, 1000);
        page.navigate("/camunda/app/cockpit/default/");
        assertThat(page.locator(".roving-pm-case-box input")).isVisible();
        Page alone = browserOfAnotherPerson();
        signIn(alone, people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        alone.navigate("/camunda/app/cockpit/default/");
        assertThat(alone.locator(".roving-pm-menu")).isVisible();
        assertThat(alone.locator(".roving-pm-case-box")).hasCount(0);
    }

    @Test
    void aPmReadsMyPractices() {
        String pm = people.named("pm-quillon-browser", Role.ROVING_PM);
        scheme.pm(pm);
        new ListedCases(jdbc).place(reference, pm, java.time.LocalDate.now(org.rovingpm.calendar.SchemeTime.ZONE));
        signIn(pm, TestPeople.PASSWORD);
        page.navigate("/cases");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("My practices");
        assertThat(link(reference.value())).isVisible();
        PublicPages.isUsableByEverybody(page, "my-practices");
        link("Supported before").click();
        PublicPages.isUsableByEverybody(page, "my-practices-before");
        scheme.leave(pm);
    }
}
