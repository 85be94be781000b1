package org.rovingpm.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.rovingpm.notification.ReturnedMailSettings;
import org.rovingpm.start.StartRefused;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends by a mail server. Until its last line is sent, a message has certainly not been accepted; once the server has
 * answered, its fate is certain too. In between it is unknown, and never guessed. If returned mail is read, servers
 * are asked to report on delivery.
 */
public class MailChannel implements Channel {

    /** The parts of a Message-ID: number of the message, and when it was queued, in seconds since 1970. */
    public static final Pattern NUMBER = Pattern.compile("<rovingpm\\.(\\d{1,18})\\.(\\d{1,18})@[^<>\\s]+>");

    private final JavaMailSenderImpl server;
    private final String from;
    private final ReturnedMailSettings returned;

    public MailChannel(JavaMailSenderImpl server, String from, ReturnedMailSettings returned) {
        if (from == null || !from.contains("@")) {
            throw new StartRefused(
                    "A mail server is set (SPRING_MAIL_HOST), but not the address that e-mails come from.",
                    "Set ROVINGPM_MESSAGE_FROM, such as \"Roving PM <scheme@example.org>\", and start again.");
        }
        this.server = server;
        this.from = from;
        this.returned = returned;
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public Optional<String> replyAddress() {
        return returned.takesReplies() ? Optional.of(returned.replyAddress()) : Optional.empty();
    }

    @Override
    public void send(Outgoing message) {
        HandOver transport =
                new HandOver(server.getSession(), server.getProtocol() == null ? "smtp" : server.getProtocol());
        try {
            MimeMessage mail = mail(message);
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException failure) {
            throw transport.uncertain()
                    ? new Unconfirmed("The connection to the mail server ended before it confirmed.", failure)
                    : new NotTaken(why(failure), NotTaken.Again.SOON, failure);
        } finally {
            transport.leave();
        }
    }

    private static String why(MessagingException failure) {
        if (failure instanceof SendFailedException refused) {
            Exception cause = refused.getNextException() == null ? refused : refused.getNextException();
            return "The mail server refused it: " + firstLine(cause);
        }
        return "The mail server could not be reached, or the connection broke: " + firstLine(failure);
    }

    /** @return the first line of the server's answer, as the end of a sentence */
    private static String firstLine(Exception failure) {
        String reply =
                String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("no reason given");
        return reply.endsWith(".") ? reply : reply + ".";
    }

    private MimeMessage mail(Outgoing message) throws MessagingException {
        SMTPMessage mail = new Numbered(
                server.getSession(),
                message,
                from.substring(from.lastIndexOf('@') + 1).replace(">", ""));
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.address(), true));
        if (message.replyTo() != null) {
            mail.setReplyTo(new Address[] {answeredTo(message.replyTo())});
        }
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.body(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.queuedAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        askForReport(mail);
        mail.saveChanges();
        return mail;
    }

    /** With the name that e-mails come from, so that people know whom they answer. */
    private InternetAddress answeredTo(String address) throws MessagingException {
        InternetAddress replyTo = new InternetAddress(address, true);
        try {
            replyTo.setPersonal(new InternetAddress(from).getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return replyTo;
    }

    /** Works only if the server supports it (RFC 3461). */
    private void askForReport(SMTPMessage mail) {
        if (returned.isSet()) {
            mail.setNotifyOptions(SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE);
            mail.setReturnOption(SMTPMessage.RETURN_HDRS);
        }
        if (returned.hasAddress()) {
            mail.setEnvelopeFrom(returned.address());
        }
    }

    /** Keeps its Message-ID when it is sent again, so that mailboxes recognise it. */
    private static class Numbered extends SMTPMessage {

        private final String number;

        Numbered(Session session, Outgoing message, String domain) {
            super(session);
            this.number = "<rovingpm.%d.%d@%s>"
                    .formatted(message.id(), message.queuedAt().getEpochSecond(), domain);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }

    /** Notices when the last line has been sent, after which the server may have accepted the message. */
    private static class HandOver extends SMTPTransport {

        private static final int REFUSED = 400;

        private boolean handedOver;

        HandOver(Session session, String protocol) {
            super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            handedOver = true;
            super.finishData();
        }

        boolean uncertain() {
            return handedOver && getLastReturnCode() < REFUSED;
        }

        void leave() {
            try {
                close();
            } catch (MessagingException gone) {
                handedOver = false;
            }
        }
    }
}
