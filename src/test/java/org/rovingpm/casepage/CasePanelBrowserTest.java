package org.rovingpm.casepage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.document.SampleFiles;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist with the case beside the form, as the people use it whose tasks they are. */
class CasePanelBrowserTest extends BrowserTest {

    private static final String ASSESS = SupportCaseProcess.Elements.ASSESS_REQUEST;
    private static final int WIDE = 1700;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    private String reference;
    private String pm;

    @BeforeEach
    void aRequest() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98072")));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        if (pm != null) {
            scheme.leave(pm);
        }
    }

    private Locator open(Page of, String person) {
        return open(of, person, ASSESS);
    }

    private Locator open(Page of, String person, String step) {
        of.setViewportSize(WIDE, 1000);
        signIn(of, person, TestPeople.PASSWORD);
        of.navigate("/camunda/app/tasklist/default/#/?task="
                + scheme.task(reference, step).getId());
        assertThat(of.locator(".task-card .fjs-form")).isVisible();
        return of.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("case panel"));
    }

    /** Takes the task and writes a question to the practice into its form. */
    private static Locator answered(Page of, String text) {
        of.locator("button.claim").click();
        assertThat(of.locator("button.unclaim")).isVisible();
        of.getByLabel("Ask the practice for more information").check();
        Locator question = of.locator(".task-card .fjs-form textarea").first();
        question.fill(text);
        return question;
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void coordinatorAndServiceManagerReadWriteAndAttachBesideTheForm() {
        for (Role role : List.of(Role.COORDINATOR, Role.SERVICE_MANAGER)) {
            Page of = browserOfAnotherPerson();
            Locator desk = open(of, people.with(role));
            assertThat(desk.getByText("Practice Z98072 (Z98072)")).isVisible();
            assertThat(desk.getByText("RAG not yet agreed")).isVisible();
            Locator answer = role == Role.COORDINATOR ? answered(of, "Half an answer") : null;

            desk.getByLabel("New note").fill("A note of the " + role.one());
            button(desk, "Save note").click();
            assertThat(desk.getByRole(AriaRole.STATUS)).hasText("The note has been saved.");
            assertThat(desk.getByRole(AriaRole.LISTITEM)
                            .filter(new Locator.FilterOptions().setHasText("A note of the " + role.one())))
                    .containsText("office only");

            desk.getByLabel("New note").fill("Not yet kept");
            desk.getByLabel("Add a document")
                    .setInputFiles(new FilePayload("page.pdf", "application/pdf", SampleFiles.text("<html></html>")));
            button(desk, "Add document").click();
            assertThat(desk.getByRole(AriaRole.ALERT)).containsText("does not match its name");
            String name = "Plan für " + role.one() + ".pdf";
            desk.getByLabel("Add a document")
                    .setInputFiles(new FilePayload(name, "application/pdf", SampleFiles.pdf(role.one())));
            button(desk, "Add document").click();
            assertThat(desk.getByRole(AriaRole.STATUS)).hasText("The document has been added.");
            assertThat(of.waitForDownload(
                                    () -> desk.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                                            .click())
                            .suggestedFilename())
                    .isEqualTo(name);
            assertThat(desk.getByLabel("New note")).hasValue("Not yet kept");
            if (answer != null) {
                assertThat(answer).hasValue("Half an answer");
            }
            Page whole = of.waitForPopup(
                    () -> desk.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Whole case"))
                            .click());
            assertThat(whole.getByText("A note of the " + role.one())).isVisible();
        }
    }

    @Test
    void aPmSeesTheCaseOfTheirOfferInOutlineThenTheirCaseAndNoOther() {
        pm = scheme.pm(people.with(Role.ROVING_PM));
        String foreign = scheme.task(reference, ASSESS).getId();
        signIn(pm, TestPeople.PASSWORD);
        assertThat(page.evaluate(
                        "task => fetch('/api/cases/case-panel?task=' + task).then(answer => answer.status)", foreign))
                .isEqualTo(404);
        scheme.complete(reference, ASSESS, "coordinator", accepted());
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm, "reason", "Near."));

        Locator desk = open(page, pm, ManagerMatchingProcess.Elements.RESPOND_TO_OFFER);
        assertThat(desk.getByText("Practice Z98072 (Z98072)")).isVisible();
        assertThat(desk.getByText("RAG Red")).isVisible();
        assertThat(desk.getByText("Contact")).hasCount(0);
        assertThat(desk.getByLabel("New note")).hasCount(0);

        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.INTRODUCE_PM,
                "coordinator",
                Map.of(
                        "introducedOn",
                        LocalDate.now(SchemeTime.ZONE).toString(),
                        "how",
                        "MEETING",
                        "firstVisitOn",
                        LocalDate.now(SchemeTime.ZONE).plusDays(7).toString()));
        desk = open(page, pm, SupportCaseProcess.Elements.REPORT_FIRST_VISIT);
        assertThat(desk.getByText("Test Contact")).isVisible();
        assertThat(desk.getByLabel("New note")).isVisible();
        assertThat(desk.getByRole(AriaRole.CHECKBOX)).hasCount(0);
    }

    @Test
    void aBudgetHolderSeesTheCaseOfTheSpendingInOutlineAndALiaisonOfficerNone() {
        pm = scheme.pm(people.with(Role.ROVING_PM));
        String today = LocalDate.now(SchemeTime.ZONE).toString();
        scheme.complete(reference, ASSESS, "coordinator", accepted());
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm, "reason", "Near."));
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.INTRODUCE_PM,
                "coordinator",
                Map.of("introducedOn", today, "how", "MEETING", "firstVisitOn", today));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                pm,
                Map.of("visitedOn", today, "findings", "Much.", "needsConfirmed", "YES", "ragNow", "RED"));
        Map<String, Object> plan = new HashMap<>(Map.of(
                "decision",
                "SUBMIT",
                "sessionsAWeek",
                2,
                "startOn",
                today,
                "endOn",
                LocalDate.now(SchemeTime.ZONE).plusWeeks(30).toString(),
                "hours",
                240,
                "hourlyRate",
                30,
                "fund",
                scheme.fund("DESK-" + System.nanoTime(), "50000")));
        plan.put("objectives", List.of(Map.of("objective", "Pay the staff", "measure", "No late payslip")));
        scheme.complete(reference, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN, "service-manager", plan);
        scheme.complete(reference, JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, pm, Map.of("answer", "APPROVE"));
        scheme.complete(
                reference,
                JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL,
                "coordinator",
                Map.of("answer", "APPROVE", "answeredBy", "Dr Test", "answeredOn", today));

        Locator desk = open(page, people.with(Role.BUDGET_HOLDER), JobPlanApprovalProcess.Elements.APPROVE_SPENDING);
        assertThat(desk.getByText("RAG Red")).isVisible();
        assertThat(desk.getByText("Contact")).hasCount(0);
        assertThat(desk.getByLabel("New note")).hasCount(0);
        assertThat(page.locator(".task-card .fjs-form").getByText("Cost: £7,200.00"))
                .isVisible();
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .include(".case-panel-panel")
                        .analyze()
                        .getViolations())
                .isEmpty();

        Page liaison = browserOfAnotherPerson();
        signIn(liaison, people.with(Role.LIAISON), TestPeople.PASSWORD);
        assertThat(liaison.getByLabel("Where your work is")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Refer a practice")))
                .isVisible();
        assertThat(liaison.evaluate(
                        "task => fetch('/api/cases/case-panel?task=' + task).then(answer => answer.status)",
                        scheme.task(reference, JobPlanApprovalProcess.Elements.APPROVE_SPENDING)
                                .getId()))
                .isEqualTo(404);
    }

    @Test
    void theCaseIsHiddenOnASmallScreenUntilItIsOpened() {
        Locator desk = open(page, people.with(Role.COORDINATOR));
        assertThat(desk).isVisible();
        page.evaluate("localStorage.clear()");
        page.setViewportSize(1280, 900);
        page.reload();
        assertThat(page.locator(".task-card .fjs-form")).isVisible();
        assertThat(desk).isVisible();
        page.setViewportSize(1100, 900);
        page.reload();
        assertThat(page.locator(".task-card .fjs-form")).isVisible();
        Locator toggle = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("case panel"));
        assertThat(toggle).hasAttribute("aria-expanded", "false");
        assertThat(desk).isHidden();
        toggle.click();
        assertThat(toggle).hasAttribute("aria-expanded", "true");
        assertThat(desk.getByText("Practice Z98072 (Z98072)")).isVisible();
    }

    @Test
    void theCardSaysTheRatingAsColourAndWordWithoutARequestOfItsOwn() {
        scheme.complete(reference, ASSESS, "coordinator", accepted());
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        page.setViewportSize(WIDE, 1000);
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        List<String> requestedUrls = new ArrayList<>();
        page.onRequest(request -> requestedUrls.add(request.url()));
        page.navigate("/camunda/app/tasklist/default/");
        page.locator(".task-filters .item")
                .filter(new Locator.FilterOptions().setHasText("Red cases"))
                .locator("a")
                .first()
                .click();
        Locator rating = page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(reference))
                .locator(".variable-value")
                .getByText("Red");
        assertThat(rating).hasCSS("background-color", "rgb(179, 38, 30)");
        assertThat(requestedUrls).noneMatch(url -> url.contains("/api/cases/"));
    }

    private static Map<String, Object> accepted() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "RED",
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
                8));
        fields.put("helpKinds", List.of("CQC"));
        return fields;
    }

    @Test
    void nothingCriticalOrSeriousIsLeftForAxeInListTaskAndStart() {
        Locator desk = open(page, people.with(Role.COORDINATOR));
        assertThat(desk.getByText("Practice Z98072 (Z98072)")).isVisible();
        page.locator(".task-filters .item")
                .filter(new Locator.FilterOptions().setHasText("My team"))
                .locator("a")
                .first()
                .click();
        assertThat(page.locator("li.task").first()).isVisible();
        isMended("list");
        open(page, people.with(Role.COORDINATOR));
        assertThat(desk.getByText("Practice Z98072 (Z98072)")).isVisible();
        isMended("task");
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .include(".case-panel-panel")
                        .analyze()
                        .getViolations())
                .as("case panel")
                .isEmpty();
        page.locator(".start-process-action a").click();
        assertThat(page.locator(".modal .processes")).isVisible();
        isMended("start-list");
        page.locator(".modal .processes")
                .getByText("Request help")
                .or(page.locator(".modal .processes").getByText("Support case"))
                .first()
                .click();
        assertThat(page.locator(".modal-content .fjs-form")).isVisible();
        isMended("start-form");
    }

    private void isMended(String what) {
        String folder = System.getProperty("rovingpm.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "desk-" + what + ".png")));
        }
        List<Rule> found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(found).as(what).noneMatch(rule -> List.of("critical", "serious")
                .contains(rule.getImpact()));
    }
}
