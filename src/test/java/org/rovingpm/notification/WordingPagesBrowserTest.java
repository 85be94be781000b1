package org.rovingpm.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.rovingpm.BrowserTest;
import org.rovingpm.PublicPages;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/** A service manager reads the wordings, tries one out and is told what is wrong with it. */
class WordingPagesBrowserTest extends BrowserTest {

    @Autowired
    private TestPeople people;

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void aManagerTriesAWordingAndIsToldWhatIsWrongWithIt() {
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/wordings");
        PublicPages.isUsableByEverybody(page, "wordings");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Case closed"))
                .click();
        PublicPages.isUsableByEverybody(page, "wording");

        page.getByLabel("Subject").fill("Closed: {{practiceName}}");
        page.locator("#body").fill("Goodbye {{pmName}}");
        press("Put in force");
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("“pmName” is not a fact of this message.")))
                .isVisible();
        assertThat(page.locator("#body")).hasValue("Goodbye {{pmName}}");
        PublicPages.isUsableByEverybody(page, "wording-with-problem");

        page.locator("#body").fill("Goodbye {{contactName}}");
        press("Preview");
        assertThat(page.locator(".mail").first()).hasText("Goodbye Ann Field");
        PublicPages.isUsableByEverybody(page, "wording-preview");
        press("Put in force");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The wording is in force from the next message on.");
        press("Back to the packaged wording");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The packaged wording is in force again.");
        PublicPages.isUsableByEverybody(page, "wording-history");
    }
}
