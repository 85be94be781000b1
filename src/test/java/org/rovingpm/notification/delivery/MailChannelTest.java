package org.rovingpm.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.ReturnedMailSettings;
import org.rovingpm.notification.delivery.Channel.Outgoing;

/** What a mail server is asked to report, and to whom. */
class MailChannelTest {

    private static final Map<String, String> OFFERS_REPORTS = Map.of("EHLO", "250-ready\r\n250 DSN");

    private static List<String> envelope(Map<String, String> server, ReturnedMailSettings returned) {
        try (ScriptedMailServer scripted = new ScriptedMailServer(server)) {
            MailFixture.mail(scripted.port(), returned).send(outgoing("ann@example.org", "Subject"));
            return scripted.commands().stream()
                    .filter(command -> command.matches("(MAIL|RCPT).*"))
                    .toList();
        }
    }

    private static ReturnedMailSettings mailbox(String address) {
        return new ReturnedMailSettings("127.0.0.1", 1, "returned", "secret", "imap", address, null);
    }

    @Test
    void aServerThatCanReportDeliveryIsAskedTo() {
        assertThat(envelope(OFFERS_REPORTS, mailbox(null)))
                .containsExactly(
                        "MAIL FROM:<scheme@example.org> RET=HDRS", "RCPT TO:<ann@example.org> NOTIFY=SUCCESS,FAILURE");
    }

    @Test
    void aServerThatCannotReportDeliveryIsNotAskedTo() {
        assertThat(envelope(Map.of(), mailbox(null)))
                .containsExactly("MAIL FROM:<scheme@example.org>", "RCPT TO:<ann@example.org>");
    }

    @Test
    void noReportsAreRequestedThatNobodyReads() {
        assertThat(envelope(OFFERS_REPORTS, ReturnedMailSettings.NONE))
                .containsExactly("MAIL FROM:<scheme@example.org>", "RCPT TO:<ann@example.org>");
    }

    @Test
    void whatCannotBeDeliveredIsReturnedToTheAddressOfTheMailbox() {
        assertThat(envelope(Map.of(), mailbox("returned@example.org")))
                .first()
                .isEqualTo("MAIL FROM:<returned@example.org>");
    }

    @Test
    void aLineBreakInASubjectOrAnAddressAddsNoRecipientAndNoText() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Channel mail = MailFixture.mail(server.getSmtp().getPort());
            mail.send(outgoing("ann@example.org", "News\r\nBcc: mallory@example.org\r\n\r\nA text of theirs"));
            assertThatThrownBy(() -> mail.send(outgoing("ann@example.org\r\nRCPT TO:<mallory@example.org>", "News")))
                    .isInstanceOf(Channel.NotTaken.class);

            assertThat(server.getReceivedMessages()).singleElement().satisfies(received -> {
                assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("ann@example.org"));
                assertThat(received.getHeader("Bcc")).isNull();
                assertThat(received.getContent().toString().strip()).isEqualTo("Body");
            });
        } finally {
            server.stop();
        }
    }

    private static Outgoing outgoing(String address, String subject) {
        return new Outgoing(7, "key", address, subject, "Body", Instant.parse("2026-11-23T09:00:00Z"), null);
    }
}
