package org.rovingpm.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.web.share.Shares;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see where a page cannot be shown. */
class ErrorPagesBrowserTest extends BrowserTest {

    @Autowired
    private Shares shares;

    @Autowired
    private TestPeople people;

    @Test
    void whoComesTooOftenIsToldSoOnAnAccessiblePage() {
        String client = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 250);
        shares.take("pages", 1, Duration.ofHours(1), client);
        page = browserOfAnotherPerson(
                new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("X-Forwarded-For", client)));
        page.navigate("/request-help");
        assertThat(heading("Too many at once")).isVisible();
        PublicPages.isUsableByEverybody(page, "too-many");
    }

    @Test
    void whatIsNotThereAndWhatWentWrongIsSaidOnAccessiblePages() {
        signIn(people.with(Role.COMMISSIONER), TestPeople.PASSWORD);
        page.navigate("/not-there");
        assertThat(heading("Page not found")).isVisible();
        PublicPages.isUsableByEverybody(page, "not-found");
        page.navigate("/error");
        assertThat(heading("Sorry, something went wrong")).isVisible();
        PublicPages.isUsableByEverybody(page, "went-wrong");
    }

    private Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words));
    }
}
