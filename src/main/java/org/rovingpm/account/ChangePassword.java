package org.rovingpm.account;

import org.rovingpm.account.PasswordRules.Owner;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives somebody the password that they choose. Their other sessions end; the one in which they do it goes on. */
@Component
public class ChangePassword {

    private final Passwords passwords;
    private final AccountSessions sessions;

    ChangePassword(Passwords passwords, AccountSessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Refuses a password that does not keep the {@link PasswordRules}, and the present one. Whether that was right has been looked
     * at before, outside the transaction.
     *
     * @param session the number of the session that goes on
     */
    @Transactional
    public void change(String person, String present, String chosen, long session) {
        PersonalDetails details =
                passwords.detailsOf(person).orElseThrow(() -> new Refusal("This account no longer exists."));
        Owner owner = new Owner(person, details.firstName(), details.lastName(), details.email());
        PasswordRules.problems(chosen, owner).stream().findFirst().ifPresent(sentence -> {
            throw new Refusal("chosen", sentence);
        });
        if (chosen.equals(present)) {
            throw new Refusal("chosen", "This is the password that you have: choose another one.");
        }
        passwords.set(person, chosen);
        sessions.goesOn(session);
    }
}
