package org.rovingpm;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test in a real {@link Chromium}. Each test has a fresh browser session. */
@ApplicationTest
@Tag("browser")
public abstract class BrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    protected int port;

    protected BrowserContext session;
    protected Page page;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.PATIENCE);
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
    }

    @BeforeEach
    void openSession() {
        page = browserOfAnotherPerson();
        session = page.context();
    }

    @AfterEach
    void closeSessions() {
        chromium.closeSessions();
    }

    /** A browser session of its own, as somebody else at another computer has it. */
    protected Page browserOfAnotherPerson() {
        return browserOfAnotherPerson(new Browser.NewContextOptions());
    }

    /** As {@link #browserOfAnotherPerson()}, whose browser is set otherwise. */
    protected Page browserOfAnotherPerson(Browser.NewContextOptions options) {
        return chromium.page(port, options);
    }

    /** Signs in on our page and waits for where that leads. */
    protected void signIn(String user, String password) {
        signIn(page, user, password);
    }

    protected static void signIn(Page page, String user, String password) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForLoadState();
    }
}
