package org.rovingpm.notification;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Optional;
import java.util.Properties;
import org.rovingpm.notification.delivery.Channel;
import org.rovingpm.notification.delivery.MailChannel;
import org.rovingpm.notification.delivery.RecordOnlyChannel;
import org.rovingpm.notification.returnedmail.MailboxFixture;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How messages leave in tests: kept in the log, until a test gives a server. */
public class MailFixture implements Channel {

    private Channel channel = new RecordOnlyChannel();

    /** Sends by this server from now on. */
    public void sendBy(GreenMail server) {
        sendBy(server.getSmtp().getPort());
    }

    /** Sends by this server from now on, and asks people to answer to this address. */
    public void sendBy(GreenMail server, String replyAddress) {
        channel = mail(
                server.getSmtp().getPort(),
                new ReturnedMailSettings("127.0.0.1", 1, "returned", "secret", "imap", null, replyAddress));
    }

    /** Sends by whatever listens at this port of this machine, with little patience. */
    public void sendBy(int port) {
        channel = mail(port);
    }

    void sendBy(Channel other) {
        channel = other;
    }

    /** Keeps messages in the log again. */
    public void keep() {
        channel = new RecordOnlyChannel();
    }

    public static Channel mail(int port) {
        return mail(port, ReturnedMailSettings.NONE);
    }

    public static Channel mail(int port, ReturnedMailSettings returned) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        Properties patience = new Properties();
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            patience.setProperty("mail.smtp." + timeout, "1500");
        }
        server.setJavaMailProperties(patience);
        return new MailChannel(server, "Roving PM <scheme@example.org>", returned);
    }

    @Override
    public boolean sends() {
        return channel.sends();
    }

    @Override
    public Optional<String> replyAddress() {
        return channel.replyAddress();
    }

    @Override
    public void send(Outgoing message) {
        channel.send(message);
    }

    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        MailFixture mailOfTests() {
            return new MailFixture();
        }

        @Bean
        @Primary
        MailboxFixture mailboxOfTests() {
            return new MailboxFixture();
        }
    }
}
