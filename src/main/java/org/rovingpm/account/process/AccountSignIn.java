package org.rovingpm.account.process;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rovingpm.access.signin.HalfSignedIn;
import org.rovingpm.access.signin.SecondStepNeeded;
import org.rovingpm.access.signin.SignInClient;
import org.rovingpm.access.signin.SignInRefused;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.RememberedPasswords;
import org.rovingpm.account.SignInThrottle;
import org.rovingpm.account.factor.RequiredFactors;
import org.rovingpm.account.factor.SecondFactors;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.account.program.ProgramPasswords;
import org.rovingpm.submission.Refusal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs people and programs in with the engine's accounts. The answer, and the time it takes, are the same whether the account is
 * unknown or the password wrong. Where there is a second factor the password alone signs nobody in: a person is asked for it, and
 * a program needs a password of its own.
 */
@Component
class AccountSignIn implements AuthenticationProvider {

    private static final SignInClient UNKNOWN = new SignInClient("unknown", null, false);
    private static final Duration FOR_THE_SECOND_STEP = Duration.ofMinutes(5);

    private final Passwords passwords;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final RememberedPasswords remembered;
    private final ProgramPasswords programPasswords;
    private final SecondFactors factors;
    private final RequiredFactors required;
    private final SignedInPerson signedIn;
    private final SecurityLog log;
    private final Clock clock;

    AccountSignIn(
            Passwords passwords,
            Accounts accounts,
            SignInThrottle throttle,
            RememberedPasswords remembered,
            ProgramPasswords programPasswords,
            SecondFactors factors,
            RequiredFactors required,
            SignedInPerson signedIn,
            SecurityLog log,
            Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.throttle = throttle;
        this.remembered = remembered;
        this.programPasswords = programPasswords;
        this.factors = factors;
        this.required = required;
        this.signedIn = signedIn;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().replace('\0', ' ');
        String password = String.valueOf(attempt.getCredentials());
        SignInClient client = attempt.getDetails() instanceof SignInClient known ? known : UNKNOWN;
        Accounts.State before = accounts.stateOf(name);
        return client.program() ? program(name, password, client, before) : person(name, password, client, before);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Authentication person(String name, String password, SignInClient client, Accounts.State before) {
        SignInThrottle.Attempt attempt = check(name, password, client);
        if (factors.has(name)) {
            // The client is not known by half a sign-in
            attempt.withdraw();
            log.add(SecurityEvent.Kind.SECOND_FACTOR_ASKED, name);
            throw new SecondStepNeeded(
                    new HalfSignedIn(name, before.version(), clock.instant().plus(FOR_THE_SECOND_STEP)));
        }
        attempt.succeeded();
        log.add(SecurityEvent.Kind.SIGNED_IN, name);
        return signedIn.of(name, before.version());
    }

    /** What is refused to a program although its password is right is said only to whoever knows the password. */
    private Authentication program(String name, String password, SignInClient client, Accounts.State before) {
        Authentication program = programPasswords.isRight(name, password)
                ? signedIn.program(name, before.version(), signedIn.groupsOf(name))
                : byOwnPassword(name, password, client, before);
        if (required.mustSetUp(name, groups(program))) {
            throw SignInRefused.setUpFactor();
        }
        return program;
    }

    private Authentication byOwnPassword(String name, String password, SignInClient client, Accounts.State before) {
        Optional<Authentication> recent = remembered.find(name, password, before.version());
        if (recent.isPresent()) {
            return recent.get();
        }
        SignInThrottle.Attempt attempt = check(name, password, client);
        if (factors.has(name)) {
            attempt.withdraw();
            throw SignInRefused.programPassword();
        }
        attempt.succeeded();
        if (before.mustChangePassword()) {
            throw SignInRefused.choosePassword();
        }
        log.add(SecurityEvent.Kind.PROGRAM_SIGNED_IN, name);
        Authentication program = signedIn.of(name, before.version());
        remembered.remember(name, password, before.version(), program);
        return program;
    }

    /** @return the attempt, if the password is right */
    private SignInThrottle.Attempt check(String name, String password, SignInClient client) {
        // What is no user name is not written down: it may be a password in the wrong field
        String known = passwords.detailsOf(name).isPresent() ? name : null;
        SignInThrottle.Attempt attempt = begin(name, client, known);
        boolean right;
        try {
            right = passwords.isRight(name, password);
        } catch (Refusal busy) {
            attempt.withdraw();
            throw SignInRefused.busy();
        }
        if (!right) {
            log.add(known == null ? SecurityEvent.Kind.UNKNOWN_NAME : SecurityEvent.Kind.WRONG_PASSWORD, known);
            throw new BadCredentialsException("Signing in was refused");
        }
        return attempt;
    }

    private SignInThrottle.Attempt begin(String name, SignInClient client, String known) {
        try {
            return throttle.begin(name, client);
        } catch (SignInRefused tooMany) {
            log.add(SecurityEvent.Kind.TOO_MANY_ATTEMPTS, known);
            throw tooMany;
        }
    }

    private static List<String> groups(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
