package org.rovingpm.reply;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.ReceivedMails;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A coordinator files a reply that fits nowhere, reads it with its case, and says that it is answered. */
class ReplyBrowserTest extends BrowserTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private ReceivedMails receivedMails;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    @Test
    void aCoordinatorFilesAReplyAndAnswersIt() {
        String subject = "About Thursday " + UUID.randomUUID();
        CaseReference reference = new ListedCases(jdbc).of("Larkspur Surgery", CaseStage.SUPPORTED, Rag.AMBER);
        transaction.executeWithoutResult(status -> receivedMails.take(
                new ReceivedMail(
                        "<%s@example.org>".formatted(UUID.randomUUID()),
                        clock.instant(),
                        "browser.of.replies@example.org",
                        "Ann Field",
                        List.of(),
                        List.of(),
                        subject,
                        false,
                        "We are in from nine.\n\n> When can you come?",
                        List.of(new ReceivedMail.Attachment(
                                "rota.txt", "Monday: Ann".getBytes(StandardCharsets.UTF_8))),
                        null),
                Optional.empty()));
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/");
        follow("Replies");
        PublicPages.isUsableByEverybody(page, "replies");
        while (page.getByText(subject).count() == 0) {
            follow("Next");
        }
        follow(subject);
        assertThat(page.locator("main")).containsText("We are in from nine.");
        press("File it");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose the case.");
        PublicPages.isUsableByEverybody(page, "reply");
        page.getByLabel("Which case?").selectOption(reference.value());
        press("File it");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The reply is filed");

        page.navigate("/cases/" + reference);
        assertThat(page.locator("main section.now")).containsText("an answer to Ann Field is wanted");
        PublicPages.isUsableByEverybody(page, "case-with-reply");
        press("It has been answered");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nobody waits for an answer");
    }
}
