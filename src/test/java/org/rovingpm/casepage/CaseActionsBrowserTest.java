package org.rovingpm.casepage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.Tasklist;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do in a case, from its page and in Tasklist, and what they are told afterwards. */
class CaseActionsBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    private String reference;

    @BeforeEach
    void aRequest() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98076")));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
    }

    @Test
    void aCaseIsHeldAndResumedFromItsPageWithoutTypingANumber() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/cases/" + reference);
        PublicPages.isUsableByEverybody(page, "case-now");
        link("Put on hold").click();
        PublicPages.isUsableByEverybody(page, "hold");
        button("Put the case on hold").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say why.");
        page.getByLabel("Until when is the case on hold?")
                .fill(LocalDate.now(SchemeTime.ZONE).plusDays(9).toString());
        page.getByLabel("Why?").fill("The partners are away.");
        button("Put the case on hold").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The case is on hold until");
        assertThat(link("Put on hold")).hasCount(0);
        link("Resume").click();
        page.getByLabel("Why?").fill("They are back.");
        button("Resume the case").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The case has been resumed");

        link("Open the task Assess request").click();
        assertThat(page.locator(".task-card h2.task")).hasText("Assess request");
    }

    @Test
    void everyPageOfAnActionIsUsableByEverybody() {
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        String task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        for (String address : List.of("withdrawal", "rating", "reassignment?task=" + task, "reminder?id=none")) {
            page.navigate("/cases/" + reference + "/" + address);
            PublicPages.isUsableByEverybody(page, address.replaceFirst("\\?.*", ""));
        }
    }

    @Test
    void afterAFormTasklistSaysWhatCameOfItAndWhoIsNext() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/camunda/app/tasklist/default/#/?task="
                + scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getId());
        page.locator("button.claim").click();
        assertThat(page.locator("button.unclaim")).isVisible();
        page.getByLabel("Ask the practice for more information").check();
        page.locator(".task-card .fjs-form textarea").first().fill("When did she leave?");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Complete").setExact(true))
                .click();

        assertThat(page.locator(".case-outcome"))
                .containsText(
                        Pattern.compile(reference + ": .*“Record further information” is with Coordinators, due by"));
        page.locator(".case-outcome").getByText("Open the case").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Now")))
                .isVisible();
    }

    @Test
    void caseChangeOffersTheCasesByTheirPracticesAndSaysWhatWillHappen() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/camunda/app/tasklist/default/");
        Tasklist tasklist = new Tasklist(page);
        tasklist.start("Case change");
        tasklist.question("Which case?").locator("input").first().fill("Z98076");
        tasklist.question("Which case?")
                .locator(".fjs-dropdownlist-item")
                .getByText("Practice Z98076 (%s)".formatted(reference))
                .click();
        tasklist.choose("What changes?", "Put the case on hold");
        assertThat(page.locator(".modal-content")
                        .getByText("What will happen: Its tasks and deadlines wait until it is resumed."))
                .isVisible();
        tasklist.fillDate(
                "Until when is the case on hold?",
                LocalDate.now(SchemeTime.ZONE).plusDays(9).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        tasklist.fill("Why?", "The partners are away.");
        tasklist.submitStart();

        assertThat(page.locator(".case-outcome")).containsText("Case put on hold. The case is on hold until");
        Assertions.assertThat(scheme.passed(reference, CaseChangeProcess.KEY))
                .contains("throwEvent_practiceAndPmToldOfHold");
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
