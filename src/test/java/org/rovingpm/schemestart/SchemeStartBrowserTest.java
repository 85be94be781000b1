package org.rovingpm.schemestart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.springframework.beans.factory.annotation.Autowired;

/** A service manager starts a scheme in a browser. */
class SchemeStartBrowserTest extends BrowserTest {

    private static final String HEADINGS = "Code,Name,Money available (£),Last day,Where the money comes from\n";

    @Autowired
    private TestPeople people;

    private void send(String rows) {
        page.getByLabel("Spreadsheet")
                .setInputFiles(
                        new FilePayload("funds.csv", "text/csv", (HEADINGS + rows).getBytes(StandardCharsets.UTF_8)));
        press("Try it");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    @Test
    void aServiceManagerSeesWhatIsMissingTriesAFileAndImportsIt() {
        String code = "START-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);
        page.navigate("/scheme-start");
        PublicPages.isUsableByEverybody(page, "scheme-start");
        press("suit this scheme");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Recorded");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import a spreadsheet"))
                .click();
        press("Try it");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose a file");
        PublicPages.isUsableByEverybody(page, "scheme-import");
        send(code + ",Fund " + code + ",lots,,The ICB\n");
        assertThat(page.getByText("must be a number, such as 12 or 7.5.")).isVisible();
        PublicPages.isUsableByEverybody(page, "scheme-import-wrong");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Send the file again"))
                .click();
        send(code + ",Fund " + code + ",\"12,000\",,The ICB\n");
        assertThat(page.getByText("Fund " + code + " with £12,000.00")).isVisible();
        PublicPages.isUsableByEverybody(page, "scheme-import-right");
        press("Import it all");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The file has been imported: 1 fund.");
    }
}
