package org.rovingpm.notification;

import java.util.Optional;

/** Takes the mails that people write back. The module of replies implements it. */
public interface ReceivedMails {

    /**
     * Runs in the transaction in which the mailbox is read. The same mail may come twice.
     *
     * @param answered the message of ours that it answers, by its address or by what it says it answers
     */
    void take(ReceivedMail mail, Optional<Message> answered);
}
