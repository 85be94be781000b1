package org.rovingpm.notification.returnedmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.delivery.DeliveryReport;

/** Reports as Postfix, Exchange, Gmail and others write them, and as they should not. */
class DeliveryReportParserTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String ORIGINAL =
            DeliveryReportFixture.original("<rovingpm.7.1795424400@example.org>", "ann.field@example.org");

    private static Optional<DeliveryReport> read(DeliveryReportFixture report) throws Exception {
        return DeliveryReportParser.read(report.mail(), NOW);
    }

    private static String why(String status, String diagnostic) throws Exception {
        return read(DeliveryReportFixture.of(ORIGINAL, "failed", status, diagnostic))
                .orElseThrow()
                .why();
    }

    @Test
    void saysWhichMessageCameBackAndWhy() throws Exception {
        assertThat(read(DeliveryReportFixture.of(
                        ORIGINAL, "failed", "5.1.1", "smtp; 550 5.1.1 <ann.field@example.org>: User unknown")))
                .contains(new DeliveryReport(
                        7,
                        1_795_424_400,
                        "ann.field@example.org",
                        MessageStatus.BOUNCED,
                        "The address does not exist. The mail server said: “550 5.1.1 <…>: User unknown”",
                        NOW));
    }

    @Test
    void takesTheWholeOriginalAsWellAsItsHeaders() throws Exception {
        for (String returned : new String[] {
            "message/rfc822", "message/global", "message/global-headers", "text/rfc822-headers; charset=us-ascii"
        }) {
            DeliveryReportFixture report = DeliveryReportFixture.of(ORIGINAL + "\nDear Ann,\n", "failed", "5.0.0", "");
            assertThat(read(new DeliveryReportFixture(report.original(), report.recipient(), returned)))
                    .as(returned)
                    .isPresent();
        }
    }

    @Test
    void ignoresCommentsInItsFields() throws Exception {
        assertThat(read(new DeliveryReportFixture(
                                ORIGINAL, "ACTION: Failed (gave up)\nStatus: 4.4.1 (no answer)\n", "message/rfc822"))
                        .orElseThrow()
                        .why())
                .isEqualTo("Its server could not be reached.");
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1,The address does not exist.",
        "5.1.2,The address does not exist.",
        "5.1.10,The address does not exist.",
        "5.1.8,It could not be delivered.",
        "5.2.1,The mailbox is switched off.",
        "4.2.2,The mailbox is full.",
        "5.2.3,It is too long for the mailbox.",
        "5.4.4,Its server could not be reached.",
        "5.7.26,Its server does not let it in.",
        "5.0.0,It could not be delivered.",
        "nonsense,It could not be delivered.",
        "'',It could not be delivered."
    })
    void saysInPlainWordsWhatACodeMeans(String status, String words) throws Exception {
        assertThat(why(status, "")).isEqualTo(words);
    }

    @Test
    @Timeout(5)
    void quotesTheServerInOneShortLineWithoutAddressesAndWithoutWhatCannotBeSeen() throws Exception {
        assertThat(
                        why(
                                "5.1.1",
                                "smtp; 550-5.1.1 The email account that you tried to reach\n    does\u0007 not\u202E exist.\n\tTry ann@example.org"))
                .endsWith("said: “550-5.1.1 The email account that you tried to reach does not exist. Try …”");
        assertThat(why("5.1.1", "x".repeat(200_000))).hasSizeLessThan(360).endsWith("x…”");
        assertThat(why("5.1.1", "smtp;")).isEqualTo("The address does not exist.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relayed", "expanded", "delayed", "invented", ""})
    void aReportThatIsNotFinalIsIgnored(String action) throws Exception {
        assertThat(read(DeliveryReportFixture.of(ORIGINAL, action, "2.0.0", "smtp; 250 ok")))
                .isEmpty();
    }

    @Test
    void deliveredIsWhatReachedEachMailboxAndBouncedWhatFailedInOne() throws Exception {
        String delivered = "Action: delivered\nStatus: 2.0.0\n";
        assertThat(read(new DeliveryReportFixture(ORIGINAL, delivered, "message/rfc822"))
                        .orElseThrow())
                .isEqualTo(new DeliveryReport(
                        7, 1_795_424_400, "ann.field@example.org", MessageStatus.DELIVERED, null, NOW));
        assertThat(read(new DeliveryReportFixture(ORIGINAL, delivered + "\nAction: relayed\n", "message/rfc822")))
                .isEmpty();
        assertThat(read(new DeliveryReportFixture(
                                ORIGINAL, delivered + "\nAction: failed\nStatus: 5.2.2\n", "message/rfc822"))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(MessageStatus.BOUNCED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<somebody.else@example.org>",
                "<rovingpm.7@example.org>",
                "<rovingpm.7.8.9@example.org>",
                "rovingpm.7.8@example.org",
                "<rovingpm.-7.8@example.org>",
                "<rovingpm.9999999999999999999.8@example.org>",
                "<x><rovingpm.7.8@example.org>",
                ""
            })
    void aNumberThatIsNotOursIsIgnored(String number) throws Exception {
        assertThat(read(DeliveryReportFixture.of(
                        DeliveryReportFixture.original(number, "ann.field@example.org"), "failed", "5.1.1", "")))
                .isEmpty();
    }

    @Test
    void aReportWithoutStatusOriginalOrRecipientIsIgnored() throws Exception {
        String id = "<rovingpm.7.8@example.org>";
        assertThat(read(DeliveryReportFixture.of(
                        DeliveryReportFixture.original(id, "a@example.org, b@example.org"), "failed", "5.1.1", "")))
                .isEmpty();
        assertThat(read(DeliveryReportFixture.of("Message-ID: " + id + "\n", "failed", "5.1.1", "")))
                .isEmpty();
        assertThat(read(new DeliveryReportFixture(ORIGINAL, "", "message/rfc822")))
                .isEmpty();
        assertThat(read(new DeliveryReportFixture(ORIGINAL, "Action: failed\n", "text/plain")))
                .isEmpty();
    }
}
