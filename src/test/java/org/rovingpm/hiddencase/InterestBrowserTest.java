package org.rovingpm.hiddencase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Interests as people declare, change and end them in a browser, and a service manager for somebody else. */
class InterestBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aPractice() {
        scheme.practice("Z97820");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    @Test
    void aCoordinatorDeclaresChangesAndEndsAnInterest() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/interests");
        PublicPages.isUsableByEverybody(page, "interests-none");
        page.getByLabel("Search for the practice").fill("Z97820");
        press("Search");
        follow("Practice Z97820");
        press("Declare the interest");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose what kind of interest it is.");
        PublicPages.isUsableByEverybody(page, "interests-with-problem");

        page.getByLabel("What kind of interest is it?").selectOption("FAMILY");
        page.getByLabel("What is the interest?").fill("My sister is a partner.");
        page.getByLabel("Since when has this been so?").fill("2019-04-01");
        press("Declare the interest");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("now hidden from you");
        PublicPages.isUsableByEverybody(page, "interests");

        follow("Change or end");
        PublicPages.isUsableByEverybody(page, "interest");
        page.getByLabel("Why has it ended?").fill("She has retired.");
        press("End the interest");
        assertThat(page.getByText("She has retired.")).isVisible();
    }

    @Test
    void aServiceManagerPutsOneOnRecordAndKeepsSomebodyOutOfACase() {
        String person = people.with(Role.LIAISON);
        String reference =
                new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER).value();
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/interests/all");
        follow("Put an interest on record for somebody");
        page.getByLabel("Search for the practice").fill("Z97820");
        press("Search");
        follow("Practice Z97820");
        page.getByLabel("Whose interest is it?").selectOption(person);
        page.getByLabel("What kind of interest is it?").selectOption("MONEY");
        page.getByLabel("What is the interest?").fill("They own the building.");
        page.getByLabel("Since when has this been so?").fill("2019-04-01");
        PublicPages.isUsableByEverybody(page, "interest-of-another");
        press("Put it on record");
        assertThat(page.getByText("They own the building.").first()).isVisible();
        PublicPages.isUsableByEverybody(page, "interests-of-all");

        page.navigate("/kept-out?case=" + reference);
        page.getByLabel("Who is kept out?").selectOption(person);
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("A quarrel.");
        press("Keep them out");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("hidden from");
        PublicPages.isUsableByEverybody(page, "kept-out");
        follow("Lift");
        page.getByLabel("Why may they see it again?").fill("They have made up.");
        PublicPages.isUsableByEverybody(page, "kept-out-lift");
        press("Let them see it");
        assertThat(page.getByText("They have made up.")).isVisible();
    }
}
