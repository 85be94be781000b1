package org.rovingpm.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rovingpm.access.Network;
import org.rovingpm.access.signin.SignInClient;
import org.rovingpm.access.signin.SignedInSessions;
import org.springframework.security.authentication.AuthenticationDetailsSource;

/** Tells whoever looks at a password where it comes from. */
class SignInClients implements AuthenticationDetailsSource<HttpServletRequest, SignInClient> {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final boolean programs;
    private final String knownBrowser;

    private SignInClients(boolean programs, String knownBrowser) {
        this.programs = programs;
        this.knownBrowser = knownBrowser;
    }

    static SignInClients ofPrograms() {
        return new SignInClients(true, null);
    }

    /** @param overTlsOnly as for the cookie of a session */
    static SignInClients ofBrowsers(boolean overTlsOnly) {
        return new SignInClients(false, SignedInSessions.knownBrowser(overTlsOnly));
    }

    @Override
    public SignInClient buildDetails(HttpServletRequest request) {
        return new SignInClient(Network.of(request.getRemoteAddr()), programs ? null : browser(request), programs);
    }

    private String browser(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(knownBrowser))
                .map(Cookie::getValue)
                .filter(token -> TOKEN.matcher(token).matches())
                .findFirst()
                .orElse(null);
    }
}
