package org.rovingpm.account.process;

import java.time.Duration;
import org.rovingpm.access.signin.HalfSignedIn;
import org.rovingpm.access.signin.SecondStep;
import org.rovingpm.access.signin.SignInClient;
import org.rovingpm.access.signin.SignInRefused;
import org.rovingpm.account.AccountNotice;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.KnownClients;
import org.rovingpm.account.SignInThrottle;
import org.rovingpm.account.factor.CheckSecondFactor;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.web.share.Shares;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs somebody in by their second factor. Wrong codes are counted as wrong passwords are; whoever types too many knows the
 * password, so that its owner is told by e-mail, once a day at most.
 */
@Component
class SecondStepOfSignIn implements SecondStep {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final CheckSecondFactor checkSecondFactor;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SignedInPerson signedIn;
    private final AccountNotices notices;
    private final Shares shares;
    private final SecurityLog log;

    SecondStepOfSignIn(
            CheckSecondFactor checkSecondFactor,
            Accounts accounts,
            SignInThrottle throttle,
            SignedInPerson signedIn,
            AccountNotices notices,
            Shares shares,
            SecurityLog log) {
        this.checkSecondFactor = checkSecondFactor;
        this.accounts = accounts;
        this.throttle = throttle;
        this.signedIn = signedIn;
        this.notices = notices;
        this.shares = shares;
        this.log = log;
    }

    @Override
    public Authentication signIn(HalfSignedIn half, String typed, SignInClient client) {
        String person = half.person();
        if (accounts.stateOf(person).version() != half.version()) {
            throw SignInRefused.late();
        }
        SignInThrottle.Attempt attempt = begin(person, client);
        switch (checkSecondFactor.check(person, typed)) {
            case RIGHT_CODE -> log.add(SecurityEvent.Kind.SECOND_FACTOR_RIGHT, person);
            case RIGHT_RECOVERY_CODE -> {
                log.add(SecurityEvent.Kind.RECOVERY_CODE_USED, person);
                notices.tell(person, AccountNotice.Kind.RECOVERY_CODE_USED);
            }
            case WRONG -> {
                log.add(SecurityEvent.Kind.SECOND_FACTOR_WRONG, person);
                throw new BadCredentialsException("The second factor was wrong");
            }
            case UNREADABLE -> {
                attempt.withdraw();
                throw SignInRefused.noKey();
            }
        }
        attempt.succeeded();
        log.add(SecurityEvent.Kind.SIGNED_IN, person);
        return signedIn.of(person, half.version());
    }

    private SignInThrottle.Attempt begin(String person, SignInClient client) {
        try {
            return throttle.begin(person, client);
        } catch (SignInRefused tooMany) {
            log.add(SecurityEvent.Kind.TOO_MANY_ATTEMPTS, person);
            if (shares.take("codes-guessed:" + KnownClients.hash(person), 1, A_DAY)
                    .wasThere()) {
                notices.tell(person, AccountNotice.Kind.CODES_GUESSED);
            }
            throw tooMany;
        }
    }
}
