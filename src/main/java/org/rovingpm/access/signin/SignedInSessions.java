package org.rovingpm.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;

/** The sessions of people who sign in with a browser. Stands before every request of theirs and lets only sessions that hold through. */
public abstract class SignedInSessions extends OncePerRequestFilter {

    /**
     * The cookie by which a browser is known from which people have signed in before.
     *
     * @param overTlsOnly as for the cookie of a session: browsers then take one of this name over TLS only
     */
    public static String knownBrowser(boolean overTlsOnly) {
        return (overTlsOnly ? "__Secure-" : "") + "known-browser";
    }

    /** Begins the session of somebody who has just signed in. */
    public abstract void begin(HttpServletRequest request, HttpServletResponse response, Authentication person);
}
