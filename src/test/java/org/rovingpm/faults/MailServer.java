package org.rovingpm.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.rovingpm.notification.delivery.MailChannel;

/** The mail server that messages go to, on this machine only. */
final class MailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailServer() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** @return how often each message has come, by its number */
    Map<Long, Long> received() {
        return Arrays.stream(server.getReceivedMessages())
                .map(message -> {
                    try {
                        return MailChannel.NUMBER.matcher(message.getHeader("Message-ID")[0]);
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .filter(Matcher::find)
                .collect(Collectors.groupingBy(number -> Long.valueOf(number.group(1)), Collectors.counting()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
