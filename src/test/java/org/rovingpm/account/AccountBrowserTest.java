package org.rovingpm.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.notification.MailFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of accounts in a browser, and the dialog over Admin that asks for the password again. */
class AccountBrowserTest extends BrowserTest {

    private static final String OWN = "the heron waits below";

    @Autowired
    private TestPeople people;

    @Autowired
    private ForgottenPassword forgottenPassword;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aPersonSeesTheirSessionsAndChangesTheirPassword() {
        String person = people.with(Role.COORDINATOR);
        Page other = browserOfAnotherPerson();
        signIn(other, person, TestPeople.PASSWORD);
        signIn(person, TestPeople.PASSWORD);
        page.navigate("/account");
        PublicPages.isUsableByEverybody(page, "account");
        assertThat(page.getByText("Chrome on Linux").first()).isVisible();
        page.locator("form[action$='/end'] button").first().click();
        assertThat(page.getByText("The session has ended.")).isVisible();
        other.navigate("/account");
        assertThat(other).hasURL(Pattern.compile(".*/sign-in\\?ended"));
        page.navigate("/account/password");
        PublicPages.isUsableByEverybody(page, "account-password");
        page.getByLabel("Password that you have now").fill(TestPeople.PASSWORD);
        page.locator("#chosen").fill("Welcome2024!");
        page.locator("#again").fill("Welcome2024!");
        button("Change the password").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("guessed first");
        PublicPages.isUsableByEverybody(page, "account-password-refused");
        page.getByLabel("Password that you have now").fill(TestPeople.PASSWORD);
        page.locator("#chosen").fill(OWN);
        page.locator("#again").fill(OWN);
        button("Change the password").click();
        assertThat(page.getByText("You have a new password.")).isVisible();
        page.navigate("/account/confirm");
        PublicPages.isUsableByEverybody(page, "account-confirm");
    }

    @Test
    void whoeverHasForgottenTheirPasswordChoosesAnother() {
        String person = people.with(Role.COORDINATOR);
        people.setAddress(person, person + "@example.org");
        page.navigate("/sign-in");
        page.getByText("Forgotten your password?").click();
        PublicPages.isUsableByEverybody(page, "forgotten-password");
        page.getByLabel("User name or e-mail address").fill(person);
        try (Mailbox mailbox = new Mailbox(mail, jobs, jdbc)) {
            button("Send me a link").click();
            assertThat(page.getByText("If there is an account")).isVisible();
            PublicPages.isUsableByEverybody(page, "forgotten-password-sent");
            forgottenPassword.process();
            page.navigate(mailbox.link(person + "@example.org", "Choose a new password"));
            PublicPages.isUsableByEverybody(page, "choose-password");
            String address = page.url();
            page.locator("#chosen").fill(OWN);
            page.locator("#again").fill(OWN);
            button("Set the password").click();
            assertThat(page.getByText("You have a new password. Sign in with it."))
                    .isVisible();
            page.navigate(address);
            assertThat(page.getByText("This link works no longer").first()).isVisible();
            PublicPages.isUsableByEverybody(page, "password-link-over");
        }
        signIn(person, OWN);
        assertThat(page).hasTitle("Home – Roving PM");
    }

    @Test
    void whoeverHasAPasswordOfAnotherChoosesTheirOwnFirst() {
        String person = people.with(Role.COORDINATOR);
        people.setPasswordBy(people.with(Role.ADMINISTRATOR), person, OWN);
        signIn(person, OWN);
        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Choose a password of your own")))
                .isVisible();
        PublicPages.isUsableByEverybody(page, "own-password");
    }

    @Test
    void adminAsksForThePasswordOverWhatIsBeingFilledIn() {
        signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        page.navigate("/camunda/app/admin/default/#/group-create");
        page.locator("#inputGroupId, input[name=groupId], [ng-model='group.id']")
                .first()
                .fill("dialogue");
        page.locator("#inputGroupName, input[name=groupName], [ng-model='group.name']")
                .first()
                .fill("A group");
        clock.moveBy(Duration.ofMinutes(11));
        Locator save =
                page.locator("form button[type=submit], button.btn-primary").last();
        save.click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Enter your password again");
        dialog.getByLabel("Password").fill("wrong");
        dialog.getByText("Go on").click();
        assertThat(dialog).containsText("The password is not right");
        dialog.getByLabel("Password").fill(TestPeople.PASSWORD);
        dialog.getByText("Go on").click();
        assertThat(dialog).isHidden();
        save.click();
        assertThat(page).hasURL(Pattern.compile(".*#/groups.*"));
        assertThat(page.getByText("dialogue").first()).isVisible();
        people.deleteGroup("dialogue");
    }

    @Test
    void administratorsSearchTheSecurityLog() {
        String administrator = people.with(Role.ADMINISTRATOR);
        signIn(administrator, TestPeople.PASSWORD);
        page.navigate("/security-log?person=" + administrator);
        assertThat(page.getByText("Signed in").first()).isVisible();
        PublicPages.isUsableByEverybody(page, "security-log");
    }

    @Test
    void theSignInPageSaysWhatIsTheMatter() {
        for (String why : new String[] {"busy", "ended", "chosen", "refused"}) {
            page.navigate("/sign-in?" + why);
            PublicPages.isUsableByEverybody(page, "sign-in-" + why);
        }
    }
}
