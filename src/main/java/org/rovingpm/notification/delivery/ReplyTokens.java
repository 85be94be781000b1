package org.rovingpm.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses to which messages are answered: that of the settings with a token behind a plus (RFC 5233), by which the mailbox
 * knows what an answer is about. A token is 130 random bits, of which only a hash is stored.
 */
@Component
public class ReplyTokens {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{26}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Channel channel;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReplyTokens(Channel channel, Messages messages, JdbcClient jdbc, Clock clock) {
        this.channel = channel;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return where the message is answered; empty where answers are not read, or it is about no case */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> newAddress(Message message) {
        Optional<String> address = channel.replyAddress().filter(own -> message.reference() != null);
        return address.map(own -> withToken(own, message));
    }

    private String withToken(String address, Message message) {
        String token = random();
        jdbc.sql("insert into reply_token (token_hash, message_id, made_at) values (:hash, :message, :now)")
                .param("hash", hash(token))
                .param("message", message.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + token + address.substring(at);
    }

    /** @param typed as it stands in an address; mail servers may have changed the case of its letters */
    public Optional<Message> find(String typed) {
        String token = typed.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(token).matches()
                ? jdbc.sql("select message_id from reply_token where token_hash = :hash")
                        .param("hash", hash(token))
                        .query(Long.class)
                        .optional()
                        .flatMap(messages::find)
                : Optional.empty();
    }

    private static String random() {
        StringBuilder token = new StringBuilder();
        while (token.length() < LENGTH) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
