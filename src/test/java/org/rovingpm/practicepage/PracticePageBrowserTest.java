package org.rovingpm.practicepage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a practice, and the page on which the office confirms another contact, as people use them. */
class PracticePageBrowserTest extends BrowserTest {

    private static final String PRACTICE = "Z98141";

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private PageLinks links;

    private CaseReference reference;

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference.value());
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void aPracticeReadsItsPageAsksSomethingAndGetsAnotherContact() {
        reference = new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice(PRACTICE))));
        String address = PageLinks.PATH + "/" + links.make(reference, new OdsCode(PRACTICE), "contact@example.org");
        page.setViewportSize(390, 844);
        page.navigate(address);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Practice Z98141");
        PublicPages.isUsableByEverybody(page, "practice-page");
        assertThat(page.context().cookies())
                .as("no cookie that lasts or says who somebody is")
                .allSatisfy(cookie -> assertThat(cookie.expires).isEqualTo(-1));
        press("Send your question");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Write your question.");
        PublicPages.isUsableByEverybody(page, "practice-page-refused");
        page.getByLabel("Your question").fill("Who will come?");
        page.getByLabel("Your name and your role at the practice").fill("Dr Test, partner");
        press("Send your question");
        assertThat(page.getByText("This has reached the office.")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.getByText("Ask for another contact").click();
        PublicPages.isUsableByEverybody(page, "practice-contact");
        page.getByLabel("Name").fill("Nina New");
        page.getByLabel("Role at the practice").fill("Deputy");
        page.getByLabel("E-mail address").fill("nina@example.org");
        press("Ask for this contact");
        assertThat(page.getByText("You have asked for another contact.")).isVisible();

        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/contact-changes");
        PublicPages.isUsableByEverybody(page, "contact-changes");
        press("Confirm the contact of Practice Z98141");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nina New is the contact now.");

        page.navigate(address);
        assertThat(page.getByText("The practice has another contact now.")).isVisible();
        PublicPages.isUsableByEverybody(page, "practice-page-ended");
    }
}
