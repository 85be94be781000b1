package org.rovingpm.notification.returnedmail;

import java.util.function.Consumer;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.ReturnedMailSettings;

/** The mailbox for returned mail in tests: none, until a test gives one. */
public class MailboxFixture implements ReturnedMailbox {

    private ReturnedMailbox mailbox = new NoMailbox();

    /** Reads this user's mailbox from now on, by IMAP from this port of this machine. */
    void read(int port, String user, String password) {
        read(port, user, password, null);
    }

    /** Reads this user's mailbox from now on, and what people write to this address into it. */
    public void read(int port, String user, String password, String replyAddress) {
        mailbox = new ImapMailbox(
                new ReturnedMailSettings("127.0.0.1", port, user, password, "imap", null, replyAddress));
    }

    /** Has no mailbox again. */
    public void forget() {
        mailbox = new NoMailbox();
    }

    @Override
    public boolean isSet() {
        return mailbox.isSet();
    }

    @Override
    public String name() {
        return mailbox.name();
    }

    @Override
    public Round read(Place from, int most, Consumer<ReceivedMail> replies) {
        return mailbox.read(from, most, replies);
    }
}
