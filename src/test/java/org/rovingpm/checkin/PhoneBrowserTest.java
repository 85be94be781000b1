package org.rovingpm.checkin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** A PM's Friday on a phone: from the link in a mail, or from the list, to the reported week, by thumb. */
class PhoneBrowserTest extends BrowserTest {

    private static final String OBJECTIVE =
            "Pay every member of staff on time each month, with payslips that the partners have seen two days before";

    private static final int HEIGHT = 844;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    private String reference;
    private String pm;
    private Page phone;

    @BeforeEach
    void aWeekToReport() {
        pm = scheme.pm(people.with(Role.ROVING_PM));
        reference = scheme.offered("Z97303", pm);
        String today = LocalDate.now(SchemeTime.ZONE).toString();
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
        scheme.complete(
                reference, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN, "service-manager", planFrom(today));
        scheme.complete(reference, JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, pm, Map.of("answer", "APPROVE"));
        scheme.complete(
                reference,
                JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL,
                "coordinator",
                Map.of("answer", "APPROVE", "answeredBy", "Dr Test", "answeredOn", today));
        scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN);
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
    }

    private Map<String, Object> planFrom(String today) {
        Map<String, Object> plan = new HashMap<>(Map.of("decision", "SUBMIT", "sessionsAWeek", 1, "startOn", today));
        plan.put("endOn", LocalDate.now(SchemeTime.ZONE).plusWeeks(8).toString());
        plan.put("hours", 20);
        plan.put("hourlyRate", 30);
        plan.put("fund", scheme.fund("PHONE-" + System.nanoTime(), "50000"));
        plan.put("objectives", List.of(Map.of("objective", OBJECTIVE, "measure", "No late payslip")));
        return plan;
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        scheme.leave(pm);
    }

    private void takeOutPhone(int width) {
        phone = browserOfAnotherPerson(new Browser.NewContextOptions()
                .setHasTouch(true)
                .setIsMobile(true)
                .setDeviceScaleFactor(2));
        phone.setViewportSize(width, HEIGHT);
    }

    private Locator back() {
        return phone.locator(".one-column-back:visible");
    }

    private Locator card() {
        return phone.locator("li.task").filter(new Locator.FilterOptions().setHasText(reference));
    }

    private Locator form() {
        return phone.locator(".task-card .fjs-form");
    }

    private Locator button(String name) {
        return phone.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** @return what lies beyond an edge of the screen; nothing is to be reached by scrolling sideways */
    private Object beyondTheEdges() {
        return phone.evaluate("""
                () => [...document.querySelectorAll('body *')]
                    .filter(node => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.djs-container, svg, .notifications'))
                    .map(node => [node, node.getBoundingClientRect()])
                    .filter(([node, box]) => box.width > 1 && box.height > 1 && (box.right > window.innerWidth + 1 || box.left < -1))
                    .map(([node, box]) => `${node.outerHTML.slice(0, 150)} ${box.left} ${box.right}`)""");
    }

    private void nothingIsBeyondTheEdges() {
        assertThat(beyondTheEdges())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    private void columnIs(String shown) {
        List.of(".column-left", ".column-center", ".column-right").forEach(column -> assertThat(phone.locator(column))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(column.equals(shown))));
        nothingIsBeyondTheEdges();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390})
    void oneColumnIsShownAtATimeWithAWayBack(int width) {
        takeOutPhone(width);
        signIn(phone, pm, TestPeople.PASSWORD);
        phone.navigate("/work");
        assertThat(card()).isVisible();
        columnIs(".column-center");
        assertThat(phone.locator(".one-column-title")).hasText("My tasks");

        card().tap();
        assertThat(form()).isVisible();
        columnIs(".column-right");
        assertThat(back()).hasText("Back to My tasks");
        assertThat(phone.locator(".case-panel-panel")).isHidden();
        phone.locator(".case-panel-button").tap();
        assertThat(phone.locator(".case-panel-panel").getByText("Test Contact")).isVisible();
        nothingIsBeyondTheEdges();
        phone.locator(".case-panel-button").tap();

        back().tap();
        columnIs(".column-center");
        assertThat(card().locator("h4 a")).isFocused();
        card().tap();
        assertThat(form()).isVisible();
        phone.goBack();
        columnIs(".column-center");

        assertThat(back()).hasText("All lists");
        back().tap();
        columnIs(".column-left");
        phone.locator(".task-filters .item a:has-text('My tasks')").tap();
        columnIs(".column-center");
        back().tap();
        phone.locator(".task-filters .item a:has-text('Due today')").tap();
        columnIs(".column-center");
        assertThat(phone.locator(".one-column-title")).hasText("Due today");
    }

    @Test
    void theWayBackFromATaskOpenedByALinkLeadsToTheList() {
        takeOutPhone(390);
        signIn(phone, pm, TestPeople.PASSWORD);
        phone.navigate("/cases/%s/task".formatted(reference));
        assertThat(form()).isVisible();
        phone.goBack();
        assertThat(card()).isVisible();
        columnIs(".column-center");
        phone.goForward();
        assertThat(form()).isVisible();
        phone.reload();
        assertThat(form()).isVisible();
        back().tap();
        assertThat(card()).isVisible();
        columnIs(".column-center");
    }

    @Test
    void theWeekIsReportedByThumbInTwoMinutesFromTheLinkInAMail() {
        takeOutPhone(390);
        phone.navigate("/cases/%s/task".formatted(reference));
        Thumb thumb = new Thumb(phone);
        thumb.write(phone.getByLabel("User name"), pm);
        thumb.write(phone.getByLabel("Password"), TestPeople.PASSWORD);
        thumb.tap(button("Sign in"));

        assertThat(form()).isVisible();
        assertThat(form().locator("textarea[readonly]")).hasValue(OBJECTIVE);
        Locator hours = phone.getByLabel("How many hours did you work for the practice this week?");
        assertThat(hours).hasAttribute("inputmode", "decimal");
        nothingIsBeyondTheEdges();
        everyTargetIsLargeEnough();
        assertThat(new AxeBuilder(phone)
                        .setLegacyMode(true)
                        .include(".column-right")
                        .analyze()
                        .getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .isEmpty();

        thumb.write(hours, "3.5");
        thumb.write(phone.getByLabel("What progress was made?"), "All of November's staff were paid on time.");
        thumb.tap(phone.getByLabel("Red"));
        assertThat(button("Complete")).isInViewport();
        thumb.tap(button("Complete"));

        assertThat(phone.locator(".case-outcome")).hasText(Pattern.compile(".*Open the case.*", Pattern.DOTALL));
        assertThat(phone.locator(".case-outcome")).isInViewport();
        columnIs(".column-center");
        assertThat(scheme.openSteps(reference)).doesNotContain(WeeklyCheckInProcess.Elements.REPORT_THE_WEEK);
        assertThat(thumb.taps()).as("taps").isLessThanOrEqualTo(9);
        assertThat(thumb.seconds()).as("seconds").isLessThan(120);

        phone.goBack();
        columnIs(".column-center");
        phone.navigate("/cases/%s/task".formatted(reference));
        assertThat(phone.getByText("Nothing in this case waits for you now.")).isVisible();
    }

    private void everyTargetIsLargeEnough() {
        assertThat(phone.evaluate("""
                least => [...document.querySelectorAll('.column-right :is(button, input, textarea, .fjs-select-display, .nav-tabs a)')]
                    .filter(target => target.checkVisibility({ visibilityProperty: true }) && !target.matches('[type=hidden], [tabindex="-1"]'))
                    .map(target => target.matches('[type=radio], [type=checkbox]') ? target.closest('label') : target)
                    .filter(target => target.getBoundingClientRect().height < least)
                    .map(target => target.outerHTML.slice(0, 150))""", Thumb.WIDTH))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }
}
