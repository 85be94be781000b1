package org.rovingpm.jobplan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service manager types a plan and reads beneath it what it comes to. */
class PlanEstimateBrowserTest extends BrowserTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    private PlacementStory story;
    private String reference;

    @BeforeEach
    void openTheForm() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
        reference = story.reference.value();
        context.getBean(RuntimeService.class)
                .startProcessInstanceByKey(
                        JobPlanApprovalProcess.KEY,
                        reference,
                        Map.of(
                                CaseVariables.CASE_REFERENCE,
                                reference,
                                CaseVariables.RAG,
                                "AMBER",
                                CaseVariables.ROVING_PM,
                                PlacementStory.PM,
                                JobPlanApprovalProcess.Variables.VARIATION,
                                false));
        page.setViewportSize(1700, 1000);
        signIn(page, people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/camunda/app/tasklist/default/#/?task="
                + scheme.task(reference, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN)
                        .getId());
        page.locator("button.claim").click();
        assertThat(page.locator("button.unclaim")).isVisible();
        page.getByLabel("Submit the plan for approval").check();
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    private Locator estimate() {
        return page.locator(".plan-estimate");
    }

    private void type(String hours, String rate) {
        page.getByLabel("Total hours").fill(hours);
        page.getByLabel("Hourly rate").fill(rate);
    }

    @Test
    void theTotalAndWhetherTheBudgetHolderIsAskedFollowWhatIsTyped() {
        type("150", "40");
        assertThat(estimate()).hasText("The plan costs £6,000.00. The budget holder will be asked.");
        assertThat(estimate()).hasAttribute("aria-live", "polite");

        type("75", "40");
        assertThat(estimate()).hasText("The plan costs £3,000.00. The budget holder will not be asked.");

        page.getByLabel("Which fund pays?").fill(story.fund);
        page.locator(".fjs-dropdownlist-item").first().click();
        assertThat(estimate())
                .hasText(
                        "The plan costs £3,000.00. The budget holder will not be asked. The fund “%s” has £7,000.00 available after it."
                                .formatted(story.fund));

        page.getByLabel("Stop planning").check();
        assertThat(estimate()).hasText("");
    }

    @Test
    void nothingIsSaidWhereTheServerDoesNotAnswer() {
        type("150", "40");
        assertThat(estimate()).containsText("£6,000.00");
        page.route("**/api/plan-estimates/**", Route::abort);
        type("75", "40");
        assertThat(estimate()).hasText("");

        page.unroute("**/api/plan-estimates/**");
        type("80", "40");
        assertThat(estimate()).containsText("£3,200.00");
    }

    @Test
    void anAnswerThatComesLateIsNotShownOverALaterOne() {
        List<Route> late = new ArrayList<>();
        page.route(Pattern.compile("/api/plan-estimates/.*hours=150"), late::add);
        type("150", "40");
        page.waitForCondition(() -> !late.isEmpty());
        List<Request> given = new ArrayList<>();
        page.onRequestFailed(given::add);
        type("75", "40");

        assertThat(estimate()).containsText("£3,000.00");
        assertThat(given).extracting(Request::url).singleElement().asString().contains("hours=150");
    }
}
