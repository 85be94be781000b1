package org.rovingpm.notification.returnedmail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A report as mail servers write them.
 *
 * @param original  headers of the mail that it is about
 * @param recipient the fields of that mail's recipient
 * @param returned  the kind of the part with the original
 */
record DeliveryReportFixture(String original, String recipient, String returned) {

    static DeliveryReportFixture of(String original, String action, String status, String diagnostic) {
        return new DeliveryReportFixture(original, """
            Final-Recipient: rfc822; ann.field@example.org
            Action: %s
            Status: %s
            Remote-MTA: dns; mx.example.org
            Diagnostic-Code: %s
            """.formatted(action, status, diagnostic), "text/rfc822-headers");
    }

    static String original(String messageId, String to) {
        return """
            Date: Mon, 23 Nov 2026 09:00:00 +0000
            From: Roving PM <scheme@example.org>
            To: %s
            Message-ID: %s
            Subject: We have received your request
            Content-Type: text/plain; charset=UTF-8
            """.formatted(to, messageId);
    }

    MimeMessage mail() {
        return parsed("""
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mail.example.org>
            To: scheme@example.org
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="A/1"

            This is a MIME-encapsulated message.

            --A/1
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --A/1
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org
            X-Postfix-Sender: rfc822; scheme@example.org

            %s
            --A/1
            Content-Description: Undelivered Message
            Content-Type: %s

            %s

            --A/1--
            """.formatted(recipient, returned, original));
    }

    static MimeMessage parsed(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
    }
}
