package org.rovingpm.notification.returnedmail;

import java.util.Optional;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.delivery.ReplyTokens;
import org.springframework.stereotype.Component;

/** Which message of ours a mail answers: by the token in its address or, failing that, by the whole Message-ID that it names. */
@Component
class AnsweredMessages {

    private final ReplyTokens tokens;
    private final Messages messages;

    AnsweredMessages(ReplyTokens tokens, Messages messages) {
        this.tokens = tokens;
        this.messages = messages;
    }

    /** @return empty also where what it names is made up */
    Optional<Message> by(ReceivedMail mail) {
        return mail.tokens().stream()
                .flatMap(token -> tokens.find(token).stream())
                .findFirst()
                .or(() -> mail.answers().stream()
                        .flatMap(answered -> messages
                                .find(answered.message())
                                .filter(found -> found.queuedAt().getEpochSecond() == answered.queuedAt())
                                .stream())
                        .findFirst());
    }
}
