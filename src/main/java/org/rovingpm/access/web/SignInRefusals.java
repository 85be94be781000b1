package org.rovingpm.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.rovingpm.access.signin.SecondStepNeeded;
import org.rovingpm.access.signin.SignInRefused;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Leads back to the sign-in page with the user name still in its field: a cookie carries it there, once. The page says the same
 * whether the password was wrong, the account does not exist or there were too many attempts. Whoever's password was right, and who has
 * a second factor, is led on to the page that asks for it.
 */
class SignInRefusals implements AuthenticationFailureHandler {

    private static final String TYPED = "typed-user-name";
    private static final int A_MINUTE = 60;
    private static final int LONGEST = 64;

    private final boolean overTlsOnly;
    private final Clock clock;

    /** @param overTlsOnly as for the cookie of a session */
    SignInRefusals(boolean overTlsOnly, Clock clock) {
        this.overTlsOnly = overTlsOnly;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof SecondStepNeeded needed) {
            SecondStepFilter.await(needed.half(), request, clock);
            response.sendRedirect(request.getContextPath() + SecondStepFilter.PAGE);
            return;
        }
        String typed = request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY);
        if (typed != null && typed.length() <= LONGEST) {
            response.addCookie(cookie(
                    request,
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(typed.strip().getBytes(StandardCharsets.UTF_8)),
                    A_MINUTE,
                    overTlsOnly));
        }
        boolean busy = refusal instanceof SignInRefused refused && refused.reason() == SignInRefused.Reason.BUSY;
        response.sendRedirect(request.getContextPath() + "/sign-in?" + (busy ? "busy" : "refused"));
    }

    /** @return the user name that was refused just before, once; null if there was none */
    static String takeTyped(HttpServletRequest request, HttpServletResponse response) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().endsWith(TYPED))
                .findFirst()
                .map(found -> {
                    boolean overTlsOnly = found.getName().equals(CookieNames.ofAddress(TYPED, true));
                    response.addCookie(cookie(request, "", 0, overTlsOnly));
                    return read(found.getValue());
                })
                .orElse(null);
    }

    private static String read(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds, boolean overTlsOnly) {
        Cookie cookie = new Cookie(CookieNames.ofAddress(TYPED, overTlsOnly), value);
        cookie.setPath(request.getContextPath() + "/sign-in");
        cookie.setHttpOnly(true);
        cookie.setSecure(overTlsOnly);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
