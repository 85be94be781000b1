package org.rovingpm.access.process;

import java.util.List;
import org.rovingpm.access.CurrentUser;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Signs people in with the engine's accounts. The engine makes an account wait longer after each wrong password;
 * the answer is the same whether the account is unknown, waiting, or the password wrong.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final EngineAccounts accounts;

    EngineAuthenticationProvider(EngineAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = accounts.signIn(attempt.getName().strip(), String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Signing in was refused"));
        List<GrantedAuthority> groups = AuthorityUtils.createAuthorityList(accounts.groupsOf(user));
        CurrentUser person = new CurrentUser(user, accounts.nameOf(user).orElse(user));
        return UsernamePasswordAuthenticationToken.authenticated(person, null, groups);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
