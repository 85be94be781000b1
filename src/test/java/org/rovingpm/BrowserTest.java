package org.rovingpm;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in a real Chromium: the one that ROVINGPM_CHROMIUM names, or an installed one, or else Playwright's own.
 * Each test has a fresh browser session.
 */
@ApplicationTest
public abstract class BrowserTest {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final int PATIENCE = 60_000;

    private static Playwright playwright;
    private static Browser chromium;

    @LocalServerPort
    protected int port;

    protected BrowserContext session;
    protected Page page;

    @BeforeAll
    static void startChromium() {
        Optional<Path> installed = installedChromium();
        playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
        installed.ifPresent(options::setExecutablePath);
        chromium = playwright.chromium().launch(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
        playwright.close();
    }

    @BeforeEach
    void openSession() {
        page = browserOfAnotherPerson();
        session = page.context();
    }

    @AfterEach
    void closeSessions() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** A browser session of its own, as somebody else at another computer has it. */
    protected Page browserOfAnotherPerson() {
        return browserOfAnotherPerson(new Browser.NewContextOptions());
    }

    /** As {@link #browserOfAnotherPerson()}, whose browser is set otherwise. */
    protected Page browserOfAnotherPerson(Browser.NewContextOptions options) {
        BrowserContext session = chromium.newContext(options.setBaseURL("http://localhost:" + port).setLocale("en-GB")
            .setTimezoneId("Europe/London").setViewportSize(1280, 900));
        session.setDefaultTimeout(PATIENCE);
        return session.newPage();
    }

    /** Signs in on our page and waits for where that leads. */
    protected void signIn(String user, String password) {
        signIn(page, user, password);
    }

    protected static void signIn(Page page, String user, String password) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.waitForLoadState();
    }

    private static Optional<Path> installedChromium() {
        return Stream.of(System.getenv("ROVINGPM_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .filter(path -> path != null && !path.isBlank()).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
