package org.rovingpm.casepage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.Practice;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator links cases, and lets a practice join one, without typing a number. */
class LinkCasesBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    private String reference;
    private String other;

    @BeforeEach
    void twoRequestsOfOnePractice() {
        Practice practice = scheme.practice("Z98176");
        reference = scheme.requestHelp("coordinator", scheme.request(practice));
        other = scheme.requestHelp("coordinator", scheme.request(practice));
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/cases/" + reference);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        scheme.forget(other);
    }

    @Test
    void casesAreLinkedAndTheLinkIsEnded() {
        link("Link to another case").click();
        page.getByLabel("Case number, practice").fill("Z98176");
        button("Find").click();
        PublicPages.isUsableByEverybody(page, "link");
        link("Choose " + other).first().click();
        button("Link the cases").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose how the cases belong together.");
        PublicPages.isUsableByEverybody(page, "link-to");
        page.getByLabel("They are related").check();
        page.getByLabel("Why?").fill("The same staff.");
        button("Link the cases").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("are linked as related.");
        PublicPages.isUsableByEverybody(page, "linked-case");
        link("End this link to " + other).click();
        PublicPages.isUsableByEverybody(page, "link-end");
        page.getByLabel("Why?").fill("They are not.");
        button("End the link").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("are no longer linked.");
        assertThat(link("End this link to " + other)).hasCount(0);
    }

    @Test
    void aPracticeJoinsACase() {
        scheme.practice("Z98177");
        link("Add a practice").click();
        page.getByLabel("Name, ODS code").fill("Z98177");
        button("Find").click();
        PublicPages.isUsableByEverybody(page, "practice-choice");
        link("Choose Practice Z98177").click();
        button("Add the practice").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Give the contact's name.");
        PublicPages.isUsableByEverybody(page, "practice-added");
        page.getByLabel("Whom do we speak to there?").fill("Joan Joiner");
        page.getByLabel("Their role at the practice").fill("GP partner");
        page.getByLabel("Their e-mail address").fill("joan@example.org");
        page.getByLabel("Who agreed to it at each practice?").fill("Dr Patel and Joan Joiner");
        button("Add the practice").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Practice Z98177 has joined the case.");
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Practice Z98176 and Practice Z98177");
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
