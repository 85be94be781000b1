package org.rovingpm.account;

import java.time.Duration;
import org.rovingpm.submission.Refusal;
import org.rovingpm.web.share.Shares;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for their password again, so that nobody uses a browser that was left open to change accounts. */
@Component
public class ConfirmPassword {

    private static final int MOST = 10;
    private static final Duration PERIOD = Duration.ofMinutes(30);

    private final Passwords passwords;
    private final AccountSessions sessions;
    private final Shares shares;

    ConfirmPassword(Passwords passwords, AccountSessions sessions, Shares shares) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.shares = shares;
    }

    /**
     * Refuses a wrong password, and any after too many wrong ones.
     *
     * @param session the number of the session for which it counts
     */
    public void confirm(String person, String password, long session) {
        Shares.Taken attempt = shares.take("confirm-password:" + KnownClients.hash(person), MOST, PERIOD);
        if (!attempt.wasThere()) {
            throw new Refusal("password", "There have been too many wrong passwords: wait a few minutes.");
        }
        if (!passwords.isRight(person, password)) {
            throw new Refusal("password", "The password is not right: check it and type it again.");
        }
        shares.giveBack(attempt);
        sessions.confirmed(session);
    }
}
