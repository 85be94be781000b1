package org.rovingpm.notification.template;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.springframework.beans.factory.annotation.Autowired;

/** A service manager reads the templates, tries one out and is told what is wrong with it. */
class TemplatePagesBrowserTest extends BrowserTest {

    @Autowired
    private TestPeople people;

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void aManagerTriesATemplateAndIsToldWhatIsWrongWithIt() {
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/templates");
        PublicPages.isUsableByEverybody(page, "templates");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Case closed"))
                .click();
        PublicPages.isUsableByEverybody(page, "template");

        page.getByLabel("Subject").fill("Closed: {{practiceName}}");
        page.locator("#body").fill("Goodbye {{pmName}}");
        press("Put in force");
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("“pmName” is not a field of this message.")))
                .isVisible();
        assertThat(page.locator("#body")).hasValue("Goodbye {{pmName}}");
        PublicPages.isUsableByEverybody(page, "template-with-problem");

        page.locator("#body").fill("Goodbye {{contactName}}");
        press("Preview");
        assertThat(page.locator(".mail").first()).hasText("Goodbye Ann Field");
        PublicPages.isUsableByEverybody(page, "template-preview");
        press("Put in force");
        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText("The template is in force, starting with the next message.");
        press("Restore the packaged template");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The packaged template is in force again.");
        PublicPages.isUsableByEverybody(page, "template-history");
    }
}
