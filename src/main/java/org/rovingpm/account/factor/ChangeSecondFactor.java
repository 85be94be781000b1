package org.rovingpm.account.factor;

import java.util.List;
import org.rovingpm.account.AccountNotice;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.AccountSessions;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets second factors up and takes them away. All sessions of the person end with either, but for the one in which they do it:
 * those of before were begun without it, or with the other one. The person is told by e-mail.
 */
@Component
public class ChangeSecondFactor {

    private static final String NONE = "There is no second factor to take away.";

    private final SecondFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final RequiredFactors required;
    private final SeedCipher cipher;
    private final TimeCodes codes;
    private final Accounts accounts;
    private final AccountSessions sessions;
    private final AccountNotices notices;
    private final Passwords passwords;
    private final SecurityLog log;

    ChangeSecondFactor(
            SecondFactors factors,
            RecoveryCodes recoveryCodes,
            RequiredFactors required,
            SeedCipher cipher,
            TimeCodes codes,
            Accounts accounts,
            AccountSessions sessions,
            AccountNotices notices,
            Passwords passwords,
            SecurityLog log) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.required = required;
        this.cipher = cipher;
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.notices = notices;
        this.passwords = passwords;
        this.log = log;
    }

    /** Whether there is a key under which seeds can be stored. */
    public boolean isPossible() {
        return cipher.hasKey();
    }

    /**
     * Sets one up, in place of any other. It counts from the moment at which a code shows that the app has the seed.
     *
     * @param typed   the code that the app shows
     * @param session the number of the session that goes on
     * @return the recovery codes, which nobody can read again
     */
    @Transactional
    public List<String> setUp(String person, Seed seed, String typed, long session) {
        if (!isPossible()) {
            throw new Refusal(
                    "A second factor cannot be set up here, because the application has no key to store it under.");
        }
        long step = codes.stepOf(typed.replaceAll("[\\s-]", ""), seed)
                .orElseThrow(
                        () -> new Refusal(
                                "code",
                                "The code is not right: type the six digits that the app shows now. If they are, set the clock of your telephone."));
        factors.save(new SecondFactors.Sealed(person, cipher.seal(seed, person)), step);
        List<String> made = recoveryCodes.renew(person);
        accounts.changed(person);
        sessions.goesOn(session);
        log.add(SecurityEvent.Kind.SECOND_FACTOR_SET_UP, person);
        notices.tell(person, AccountNotice.Kind.SECOND_FACTOR_SET_UP);
        return made;
    }

    /** @return new recovery codes in place of all that are left, which nobody can read again */
    @Transactional
    public List<String> renewRecoveryCodes(String person) {
        if (!factors.has(person)) {
            throw new Refusal("Recovery codes belong to a second factor: set one up first.");
        }
        log.add(SecurityEvent.Kind.RECOVERY_CODES_RENEWED, person);
        return recoveryCodes.renew(person);
    }

    /**
     * Somebody does without theirs. Refused to whoever must have one.
     *
     * @param groups  of which they are a member
     * @param session the number of the session that goes on
     */
    @Transactional
    public void turnOff(String person, List<String> groups, long session) {
        if (required.areRequired(groups)) {
            throw new Refusal("Your role must have a second factor. You can set it up again with another app.");
        }
        if (!factors.remove(person)) {
            throw new Refusal(NONE);
        }
        accounts.changed(person);
        sessions.goesOn(session);
        removed(person, person);
    }

    /**
     * An administrator takes that of somebody away who has lost telephone and recovery codes. Nobody does it for themselves: a
     * second factor that its owner could do without in this way would be none.
     */
    @Transactional
    public void takeAway(String person, String administrator) {
        if (person.equals(administrator)) {
            throw new Refusal("person", "Your own second factor is on the page “Your account”.");
        }
        if (passwords.detailsOf(person).isEmpty()) {
            throw new Refusal("person", "There is no such account any more: choose another person.");
        }
        if (!factors.remove(person)) {
            throw new Refusal("person", "This person has no second factor.");
        }
        accounts.changed(person);
        removed(person, administrator);
    }

    private void removed(String person, String by) {
        log.add(SecurityEvent.Kind.SECOND_FACTOR_REMOVED, person, by, null);
        notices.tell(person, AccountNotice.Kind.SECOND_FACTOR_REMOVED);
    }
}
