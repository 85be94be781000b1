package org.rovingpm.account.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.SignInClient;
import org.rovingpm.access.SignInRefused;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.PersonalDetails;
import org.rovingpm.account.RememberedPasswords;
import org.rovingpm.account.SignInThrottle;
import org.rovingpm.account.SignedInAccount;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Refusal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Signs people and programs in with the engine's accounts. The answer, and the time it takes, are the same whether the account is
 * unknown or the password wrong.
 */
@Component
class AccountSignIn implements AuthenticationProvider {

    private static final SignInClient UNKNOWN = new SignInClient("unknown", null, false);

    private final Passwords passwords;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final RememberedPasswords remembered;
    private final IdentityService identities;
    private final SecurityLog log;

    AccountSignIn(
            Passwords passwords,
            Accounts accounts,
            SignInThrottle throttle,
            RememberedPasswords remembered,
            IdentityService identities,
            SecurityLog log) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.throttle = throttle;
        this.remembered = remembered;
        this.identities = identities;
        this.log = log;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().replace('\0', ' ');
        String password = String.valueOf(attempt.getCredentials());
        SignInClient client = attempt.getDetails() instanceof SignInClient known ? known : UNKNOWN;
        Accounts.State before = accounts.stateOf(name);
        if (!client.program()) {
            return signIn(name, password, client, before);
        }
        if (before.mustChangePassword()) {
            // Said only to whoever knows the password
            signIn(name, password, client, before);
            throw SignInRefused.choosePassword();
        }
        Optional<Authentication> recent = remembered.find(name, password, before.version());
        return recent.orElseGet(() -> {
            Authentication signedIn = signIn(name, password, client, before);
            remembered.remember(name, password, before.version(), signedIn);
            return signedIn;
        });
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Authentication signIn(String name, String password, SignInClient client, Accounts.State before) {
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
        attempt.succeeded();
        log.add(client.program() ? SecurityEvent.Kind.PROGRAM_SIGNED_IN : SecurityEvent.Kind.SIGNED_IN, name);
        // Not as whoever used this thread before
        identities.clearAuthentication();
        List<String> groups = identities.createGroupQuery().groupMember(name).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        String fullName =
                passwords.detailsOf(name).map(PersonalDetails::fullName).orElse(name);
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                new CurrentUser(name, fullName), null, AuthorityUtils.createAuthorityList(groups));
        signedIn.setDetails(new SignedInAccount(before.version()));
        return signedIn;
    }

    private SignInThrottle.Attempt begin(String name, SignInClient client, String known) {
        try {
            return throttle.begin(name, client);
        } catch (SignInRefused tooMany) {
            log.add(SecurityEvent.Kind.TOO_MANY_ATTEMPTS, known);
            throw tooMany;
        }
    }
}
