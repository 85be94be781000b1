package org.rovingpm.watchlist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;

/** The watch list as a liaison officer uses it, at a desk and on a narrow screen. */
class WatchListBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    @Test
    void aLiaisonOfficerWatchesAPracticeSpeaksWithItAndRefersIt() {
        scheme.practice("Z97430");
        signIn(people.with(Role.LIAISON), TestPeople.PASSWORD);
        page.navigate("/watch-list");
        PublicPages.isUsableByEverybody(page, "watch-list");
        follow("Put a practice on the list");
        page.getByLabel("Search for the practice").fill("Z97430");
        press("Search");
        follow("Practice Z97430");
        press("Put it on the list");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose the sign that was noticed.");
        PublicPages.isUsableByEverybody(page, "watch-list-add");

        page.getByLabel("What is the sign?").selectOption("STAFF");
        page.getByLabel("What was noticed?").fill("Nobody answers the telephone before noon.");
        page.getByLabel("When to look again")
                .fill(LocalDate.now(SchemeTime.ZONE).toString());
        press("Put it on the list");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The practice is on the watch list.");
        PublicPages.isUsableByEverybody(page, "watched-practice");

        page.getByLabel("How did you speak with them?").selectOption("TELEPHONE");
        page.getByLabel("With whom? Name and role at the practice").fill("Dr Bell, partner");
        page.getByLabel("What was said?").fill("They would like to hear more.");
        page.getByLabel("Was help offered?").selectOption("WANTED");
        press("Record the contact");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The contact is on record.");
        assertThat(page.locator("main")).containsText("They would like to hear more.");

        page.navigate("/");
        follow("Practice Z97430");
        page.getByLabel("Who at the practice agreed to the referral?").fill("Dr Bell, partner");
        page.getByLabel("When did they agree?")
                .fill(LocalDate.now(SchemeTime.ZONE).toString());
        press("Begin the referral");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Who should we speak to at the practice?");

        page.navigate("/watch-list?q=Z97430");
        follow("Practice Z97430");
        page.getByLabel("Why need it not be watched any more?").fill("It was a trial.");
        press("Stop watching");
        assertThat(page.locator("main")).containsText("No longer watched.");
        PublicPages.isUsableByEverybody(page, "watched-practice-ended");
    }
}
