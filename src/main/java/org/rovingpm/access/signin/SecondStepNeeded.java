package org.rovingpm.access.signin;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and the account has a second factor: nobody is signed in by it alone. */
public class SecondStepNeeded extends AuthenticationException {

    private final HalfSignedIn half;

    public SecondStepNeeded(HalfSignedIn half) {
        super("A second factor is needed");
        this.half = half;
    }

    public HalfSignedIn half() {
        return half;
    }
}
