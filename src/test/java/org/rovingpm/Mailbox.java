package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.rovingpm.notification.MailFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server of a test and what people read in it: every message queued since it was opened. */
public final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/\\S+)");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final MailFixture mail;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final long opened;

    public Mailbox(MailFixture mail, ManagementService jobs, JdbcClient jdbc) {
        this.mail = mail;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.opened = jdbc.sql("select coalesce(max(id), 0) from message")
                .query(Long.class)
                .single();
        server.start();
        mail.sendBy(server);
    }

    /** Sends what waits. @return how many messages this address has been sent, of which the subject has these words */
    public int count(String address, String words) {
        return received(address, words).size();
    }

    /** Sends what waits. @return the latest message to this address of which the subject has these words */
    public MimeMessage latest(String address, String words) {
        List<MimeMessage> received = received(address, words);
        assertThat(received).as("mail to %s about %s", address, words).isNotEmpty();
        return received.get(received.size() - 1);
    }

    /** @return the path of the page that the link in the latest such message opens */
    public String link(String address, String words) {
        String text = text(latest(address, words));
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    public static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private List<MimeMessage> received(String address, String words) {
        jdbc.sql(
                        "select delivery from message where id > :opened and status = 'QUEUED' and delivery is not null order by id")
                .param("opened", opened)
                .query(String.class)
                .list()
                .forEach(delivery -> jobs.createJobQuery()
                        .processInstanceId(delivery)
                        .list()
                        .forEach(job -> jobs.executeJob(job.getId())));
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address, words))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address, String words) {
        try {
            return message.getAllRecipients()[0].toString().equals(address)
                    && message.getSubject().contains(words);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Messages stay in the log again. */
    @Override
    public void close() {
        mail.keep();
        server.stop();
    }
}
