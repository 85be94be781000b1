package org.rovingpm.notification.returnedmail;

import org.rovingpm.notification.ReturnedMailSettings;

/** The mailbox for returned mail in tests: none, until a test gives one. */
public class MailboxFixture implements ReturnedMailbox {

    private ReturnedMailbox mailbox = new NoMailbox();

    /** Reads this user's mailbox from now on, by IMAP from this port of this machine. */
    void read(int port, String user, String password) {
        mailbox = new ImapMailbox(new ReturnedMailSettings("127.0.0.1", port, user, password, "imap", null));
    }

    /** Has no mailbox again. */
    void forget() {
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
    public Round read(Place from, int most) {
        return mailbox.read(from, most);
    }
}
