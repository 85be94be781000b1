package org.rovingpm.jobplan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.rovingpm.jobplan.JobPlanApprovalProcess.Elements.ACTIVATE_PLAN;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.placement.PlacementStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerJobPlanBrowserTest extends BrowserTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    private PlanForPractice plan;

    @BeforeEach
    void aPlanForThePractice() {
        plan = new PlanForPractice(context);
    }

    @AfterEach
    void leaveNothingRunning() {
        scheme.forget(plan.reference);
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPracticeReadsItsPlanAndApprovesIt(boolean javaScript) {
        Page page = browserOfAnotherPerson(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript));
        page.navigate("/answer/" + plan.link());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("The plan for your support");
        assertThat(page.locator("main")).containsText("Pay the staff on time");
        assertThat(page.locator("main")).containsText("£3,000.00");
        if (javaScript) {
            PublicPages.isUsableByEverybody(page, "answer-job-plan");
        }
        page.getByLabel("We want something changed first").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send your answer"))
                .click();
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Give your name and your role at the practice.")))
                .isVisible();
        assertThat(page.getByLabel("We want something changed first")).isChecked();
        page.getByLabel("We approve the plan").check();
        page.getByLabel("Your name and your role at the practice").fill("Dr A Patel, senior partner");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send your answer"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you");
        if (javaScript) {
            readsTheVariation(page);
        }
    }

    private void readsTheVariation(Page page) {
        scheme.fire(plan.reference, ACTIVATE_PLAN);
        plan.story.bean(VariationRequests.class).add(plan.story.reference, "More is needed", PlacementStory.MANAGER);
        plan.story.pmAnswers(plan.story.submitted("100", "40").planId(), PlanApproval.Answer.APPROVE);
        page.navigate("/answer/" + plan.link());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("A change to your plan");
        PublicPages.isUsableByEverybody(page, "answer-job-plan-change");
    }
}
