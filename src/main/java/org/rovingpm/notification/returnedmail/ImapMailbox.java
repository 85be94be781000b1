package org.rovingpm.notification.returnedmail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.ReturnedMailSettings;
import org.rovingpm.notification.delivery.DeliveryReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an inbox by IMAP, opened read-only. It goes by mail numbers, not by what is marked as read, so people can use
 * the mailbox too. Only reports are opened and, where people answer messages into this mailbox, what they write.
 */
class ImapMailbox implements ReturnedMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);
    /** A report returns at most one of our messages, a few thousand letters. Anything larger could be an attack on memory. */
    private static final int LARGEST = 256 * 1024;
    /** What people write comes with files: two of the largest that a case takes, as they are encoded in mails. */
    private static final int LARGEST_REPLY = 28 * 1024 * 1024;
    /** Within the time for which a transaction of a job may do nothing. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final String CONTENT_TYPE = "Content-Type";

    private final ReturnedMailSettings settings;
    private final Session session;

    ImapMailbox(ReturnedMailSettings settings) {
        this.settings = settings;
        Properties properties = new Properties();
        String prefix = "mail." + settings.protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", "30000");
        properties.setProperty(prefix + "writetimeout", "30000");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "peek", "true");
        this.session = Session.getInstance(properties);
    }

    @Override
    public boolean isSet() {
        return true;
    }

    @Override
    public String name() {
        return settings.user() + " at " + settings.host();
    }

    @Override
    public Round read(Place from, int most, Consumer<ReceivedMail> replies) {
        try (Store server = session.getStore(settings.protocol())) {
            server.connect(
                    settings.host(),
                    settings.port() == null ? -1 : settings.port(),
                    settings.user(),
                    settings.password());
            IMAPFolder inbox = (IMAPFolder) server.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return read(inbox, from, most, replies);
        } catch (AuthenticationFailedException refused) {
            throw new Unreadable("Its server does not accept the user or the password.", refused);
        } catch (MessagingException | RuntimeException failure) {
            throw new Unreadable("Its server could not be reached or broke off.", failure);
        }
    }

    private Round read(IMAPFolder inbox, Place from, int most, Consumer<ReceivedMail> replies)
            throws MessagingException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long numbering = inbox.getUIDValidity();
        long last = numbering == from.numbering() ? from.last() : 0;
        List<Message> waiting = waiting(inbox, last);
        List<Message> next = waiting.subList(0, Math.min(most, waiting.size()));
        inbox.fetch(next.toArray(Message[]::new), fetchProfile());
        List<DeliveryReport> reports = new ArrayList<>();
        int read = 0;
        while (read < next.size() && System.nanoTime() < end) {
            IMAPMessage mail = (IMAPMessage) next.get(read++);
            last = inbox.getUID(mail);
            if (isReport(mail, last)) {
                report(mail, last).ifPresent(reports::add);
            } else if (settings.takesReplies()) {
                reply(mail, last).ifPresent(replies);
            }
        }
        return new Round(reports, new Place(numbering, last), read < waiting.size());
    }

    /** IMAP answers a query for mails after the last one with the last one. */
    private static List<Message> waiting(IMAPFolder inbox, long last) throws MessagingException {
        List<Message> waiting = new ArrayList<>();
        if (inbox.getMessageCount() > 0) {
            for (Message mail : inbox.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
                if (mail != null && inbox.getUID(mail) > last) {
                    waiting.add(mail);
                }
            }
        }
        return waiting;
    }

    private static FetchProfile fetchProfile() {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add(CONTENT_TYPE);
        return profile;
    }

    /** @throws MessagingException if the connection fails, not the mail */
    private Optional<DeliveryReport> report(IMAPMessage mail, long number) throws MessagingException {
        try {
            if (mail.getSize() > LARGEST) {
                return Optional.empty();
            }
            byte[] content = mail.getMimeStream().readNBytes(LARGEST);
            return DeliveryReportParser.read(
                    new MimeMessage(session, new ByteArrayInputStream(content)),
                    mail.getReceivedDate().toInstant());
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            skip(mail, number, unreadable);
            return Optional.empty();
        }
    }

    /** @throws MessagingException if the connection fails, not the mail */
    private Optional<ReceivedMail> reply(IMAPMessage mail, long number) throws MessagingException {
        try {
            boolean tooLarge = mail.getSize() > LARGEST_REPLY;
            MimeMessage read = tooLarge
                    ? mail
                    : new MimeMessage(
                            session,
                            new ByteArrayInputStream(mail.getMimeStream().readNBytes(LARGEST_REPLY)));
            return ReceivedMailParser.isOurs(read)
                    ? Optional.empty()
                    : Optional.of(ReceivedMailParser.read(
                            read, mail.getReceivedDate().toInstant(), settings.replyAddress(), tooLarge));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            skip(mail, number, unreadable);
            return Optional.empty();
        }
    }

    private static void skip(IMAPMessage mail, long number, Exception unreadable) throws MessagingException {
        if (!mail.getFolder().isOpen()) {
            throw new MessagingException("The connection has ended", unreadable);
        }
        LOG.warn(
                "Mail {} in the mailbox for returned mail cannot be read and is skipped: {}",
                number,
                unreadable.getClass().getSimpleName());
    }

    /** @throws MessagingException if the connection fails, not the mail */
    private static boolean isReport(IMAPMessage mail, long number) throws MessagingException {
        try {
            String[] header = mail.getHeader(CONTENT_TYPE);
            return header != null && new ContentType(header[0]).match("multipart/report");
        } catch (ParseException nonsense) {
            return false;
        } catch (MessagingException | RuntimeException unreadable) {
            skip(mail, number, unreadable);
            return false;
        }
    }
}
