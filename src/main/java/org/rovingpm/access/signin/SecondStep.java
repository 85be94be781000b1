package org.rovingpm.access.signin;

import org.springframework.security.core.Authentication;

/** The second step of signing in, for whoever has a second factor. */
public interface SecondStep {

    /**
     * Signs somebody in by a code of their authenticator app or a recovery code, each of which counts once. A wrong one, too many
     * of them and a step that comes too late are refused by an {@code AuthenticationException}.
     *
     * @param typed as it was typed, with whatever is between its parts
     */
    Authentication signIn(HalfSignedIn half, String typed, SignInClient client);
}
