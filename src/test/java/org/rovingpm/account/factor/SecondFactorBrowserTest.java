package org.rovingpm.account.factor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PublicPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of second factors and of passwords for programs in a browser. */
class SecondFactorBrowserTest extends BrowserTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private RequiredFactors required;

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

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void somebodySetsItUpAndSignsInWithIt() {
        String person = people.with(Role.COORDINATOR);
        signIn(person, TestPeople.PASSWORD);
        page.navigate("/account");
        link("Second factor").click();
        PublicPages.isUsableByEverybody(page, "second-factor-none");
        link("Set up a second factor").click();
        PublicPages.isUsableByEverybody(page, "second-factor-set-up");
        Authenticator app = Authenticator.ofKey(page.locator("#key").textContent());
        page.locator("#code").fill("1");
        button("Turn the second factor on").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The code is not right");
        PublicPages.isUsableByEverybody(page, "second-factor-set-up-refused");
        page.locator("#code").fill(app.codeAt(clock.instant()));
        button("Turn the second factor on").click();
        assertThat(page.getByText("You have a second factor.")).isVisible();
        assertThat(button("Print")).isVisible();
        PublicPages.isUsableByEverybody(page, "recovery-codes");
        String recoveryCode = page.locator(".codes code").first().textContent();
        link("I have them").click();
        PublicPages.isUsableByEverybody(page, "second-factor");

        page = browserOfAnotherPerson();
        signIn(person, TestPeople.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in/code"));
        PublicPages.isUsableByEverybody(page, "sign-in-code");
        Locator code = page.locator("#code");
        assertThat(code).hasAttribute("autocomplete", "one-time-code");
        assertThat(code).hasAttribute("inputmode", "numeric");
        code.fill(app.wrongCode(clock));
        code.press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The code is not right");
        PublicPages.isUsableByEverybody(page, "sign-in-code-wrong");
        for (String why : new String[] {"wait", "unreadable"}) {
            page.navigate("/sign-in/code?" + why);
            PublicPages.isUsableByEverybody(page, "sign-in-code-" + why);
        }
        page.navigate("/sign-in/code");
        code.fill(app.nextCode(clock));
        code.press("Enter");
        assertThat(page).hasTitle("Home – Roving PM");

        page = browserOfAnotherPerson();
        signIn(person, TestPeople.PASSWORD);
        page.getByText("Are you without your app?").click();
        page.getByLabel("Recovery code").fill(recoveryCode);
        button("Sign in with it").click();
        assertThat(page).hasTitle("Home – Roving PM");
    }

    @Test
    void whoIsTooLateSignsInAgain() {
        String person = people.with(Role.COORDINATOR);
        signIn(person, TestPeople.PASSWORD);
        page.navigate("/account/second-factor/set-up");
        Authenticator app = Authenticator.ofKey(page.locator("#key").textContent());
        page.locator("#code").fill(app.codeAt(clock.instant()));
        button("Turn the second factor on").click();
        page = browserOfAnotherPerson();
        signIn(person, TestPeople.PASSWORD);
        clock.moveBy(Duration.ofMinutes(6));
        page.locator("#code").fill(app.codeAt(clock.instant()));
        page.locator("#code").press("Enter");
        assertThat(page.getByText("It took too long to enter the code")).isVisible();
        PublicPages.isUsableByEverybody(page, "sign-in-late");
    }

    @Test
    void whoMustHaveOneSetsItUpFirst() {
        String person = people.with(Role.COORDINATOR);
        String group = people.joinNewGroup(person);
        required.require(Set.of(group), "nobody");
        try {
            signIn(person, TestPeople.PASSWORD);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Set up a second factor")))
                    .isVisible();
            PublicPages.isUsableByEverybody(page, "second-factor-required");
        } finally {
            jdbc.sql("delete from second_factor where person = 'nobody-at-all'").update();
            required.require(Set.of(), "nobody");
            people.deleteGroup(group);
        }
    }

    @Test
    void somebodyMakesAPasswordForAProgramAndEndsIt() {
        signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        page.navigate("/account");
        link("Passwords for programs").click();
        PublicPages.isUsableByEverybody(page, "program-passwords-none");
        page.getByLabel("For which program?").fill("Modeler on my laptop");
        page.getByLabel("For how long?").selectOption("A year");
        button("Make the password").click();
        assertThat(page.locator("#made-password")).hasText(Pattern.compile("rpm(-[0-9a-z]{4}){7}"));
        PublicPages.isUsableByEverybody(page, "program-passwords");
        button("Make the password").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say for which program it is");
        PublicPages.isUsableByEverybody(page, "program-passwords-refused");
        page.locator("form[action$='/end'] button").click();
        assertThat(page.getByText("You have none.")).isVisible();
    }

    @Test
    void anAdministratorSaysWhoMustHaveOne() {
        signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        page.navigate("/account");
        link("Second factors of others").click();
        PublicPages.isUsableByEverybody(page, "second-factors");
        try {
            page.getByLabel("Budget holders").check();
            button("Save").click();
            assertThat(page.getByText("Saved.")).isVisible();
            assertThat(page.getByLabel("Budget holders")).isChecked();
            jdbc.sql(
                            "insert into second_factor (person, seed, last_step, since) values ('nobody-at-all', :seed, 1, now())")
                    .param("seed", new byte[48])
                    .update();
            page.navigate("/second-factors");
            page.getByLabel("Whose?").selectOption("nobody-at-all");
            button("Take the second factor away").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("no such account any more");
            PublicPages.isUsableByEverybody(page, "second-factors-refused");
        } finally {
            required.require(Set.of(), "nobody");
        }
    }
}
