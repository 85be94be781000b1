package org.rovingpm.notification.returnedmail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MessageHeaders;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.delivery.DeliveryReport;
import org.rovingpm.notification.delivery.MailChannel;

/**
 * Reads delivery status notifications (RFC 3464, and 6533 for addresses of any script). A report that a message was
 * only relayed, expanded or delayed is not final and is ignored.
 */
final class DeliveryReportParser {

    private static final List<String> STATUS = List.of("message/delivery-status", "message/global-delivery-status");
    private static final List<String> ORIGINAL =
            List.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
    private static final Pattern STATUS_CODE = Pattern.compile("\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3}).*");
    /** Matched only at the beginning of a word, so that no text takes long. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![^\\s<>(),;:\"“”])[^@\\s<>(),;:\"“”]*+@[^\\s<>(),;:\"“”]*+");

    private static final int LONGEST_SAID = 300;

    private DeliveryReportParser() {}

    /** @return empty if the mail is no such report, or not about one of our messages */
    static Optional<DeliveryReport> read(MimeMessage mail, Instant arrived) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(mail));
        Optional<InputStream> status = part(parts, STATUS);
        Optional<InputStream> original = part(parts, ORIGINAL);
        if (status.isEmpty() || original.isEmpty()) {
            return Optional.empty();
        }
        MimeMessage sent = new MessageHeaders(original.get());
        Matcher number =
                MailChannel.NUMBER.matcher(String.valueOf(sent.getMessageID()).strip());
        Optional<String> to = to(sent);
        if (!number.matches() || to.isEmpty()) {
            return Optional.empty();
        }
        return decisive(new DeliveryStatus(status.get())).map(fields -> {
            boolean failed = action(fields).equals("failed");
            return new DeliveryReport(
                    Long.parseLong(number.group(1)),
                    Long.parseLong(number.group(2)),
                    to.get(),
                    failed ? MessageStatus.BOUNCED : MessageStatus.DELIVERED,
                    failed ? why(fields) : null,
                    arrived);
        });
    }

    private static Optional<String> to(MimeMessage sent) throws MessagingException {
        Address[] to = sent.getRecipients(RecipientType.TO);
        return to != null && to.length == 1 && to[0] instanceof InternetAddress only
                ? Optional.ofNullable(only.getAddress())
                : Optional.empty();
    }

    private static Optional<InputStream> part(MimeMultipart parts, List<String> types)
            throws MessagingException, IOException {
        for (int at = 0; at < parts.getCount(); at++) {
            BodyPart part = parts.getBodyPart(at);
            for (String type : types) {
                if (part.isMimeType(type)) {
                    return Optional.of(
                            new ByteArrayInputStream(part.getInputStream().readAllBytes()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Our messages have one recipient, but servers may have expanded it to several.
     *
     * @return the report of one that failed; if all were delivered, of one of these
     */
    private static Optional<InternetHeaders> decisive(DeliveryStatus status) {
        List<InternetHeaders> recipients = IntStream.range(0, status.getRecipientDSNCount())
                .mapToObj(status::getRecipientDSN)
                .filter(fields -> !action(fields).isEmpty())
                .toList();
        Optional<InternetHeaders> failed = recipients.stream()
                .filter(fields -> action(fields).equals("failed"))
                .findFirst();
        boolean delivered =
                recipients.stream().allMatch(fields -> action(fields).equals("delivered"));
        return failed.isEmpty() && delivered ? recipients.stream().findFirst() : failed;
    }

    private static String action(InternetHeaders fields) {
        return field(fields, "Action").strip().replaceAll("[^A-Za-z].*", "").toLowerCase(Locale.ROOT);
    }

    private static String why(InternetHeaders fields) {
        String diagnostic = text(field(fields, "Diagnostic-Code").replaceFirst("^\\s*[\\w-]+\\s*;", ""));
        String reason = reason(field(fields, "Status"));
        return diagnostic.isEmpty() ? reason : "%s The mail server said: “%s”".formatted(reason, diagnostic);
    }

    /** By the enhanced status codes of RFC 3463 and their registry. */
    private static String reason(String status) {
        Matcher code = STATUS_CODE.matcher(status.replaceAll("\\s+", " "));
        if (!code.matches()) {
            return "It could not be delivered.";
        }
        return switch (code.group(2) + "." + code.group(3)) {
            case "1.1", "1.2", "1.3", "1.6", "1.10" -> "The address does not exist.";
            case "2.1" -> "The mailbox is switched off.";
            case "2.2" -> "The mailbox is full.";
            case "2.3", "3.4" -> "It is too long for the mailbox.";
            case "4.1", "4.4", "4.7" -> "Its server could not be reached.";
            default -> code.group(2).equals("7") ? "Its server does not let it in." : "It could not be delivered.";
        };
    }

    /** The server's own words in one line, without addresses, because process managers read it on the list of stuck cases. */
    private static String text(String text) {
        String line = ADDRESS.matcher(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+", " "))
                .replaceAll("…")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SAID
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SAID - 1)) + "…";
    }

    private static String field(InternetHeaders fields, String name) {
        String[] values = fields.getHeader(name);
        // Decoded byte by byte; servers that use other letters write UTF-8 (RFC 6533)
        return values == null
                ? ""
                : new String(values[0].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
