package org.rovingpm.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.rovingpm.access.signin.HalfSignedIn;
import org.rovingpm.access.signin.SecondStep;
import org.rovingpm.access.signin.SignInRefused;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;

/**
 * The second step of signing in with a browser. Between the steps there is a session that knows whose password was right, and
 * nobody who is signed in: the code is taken in that session only, and only for a few minutes. Each step has a session of its own.
 */
class SecondStepFilter extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/code";

    private static final String WAITING = "sign-in.waiting";

    private final SecondStep secondStep;
    private final SignInClients clients;
    private final Clock clock;

    SecondStepFilter(SecondStep secondStep, SignInClients clients, Clock clock) {
        super(withDefaults().matcher(HttpMethod.POST, PAGE));
        this.secondStep = secondStep;
        this.clients = clients;
        this.clock = clock;
        setAuthenticationFailureHandler(SecondStepFilter::refuse);
    }

    /** Begins the session in which the code is awaited. Whoever was signed in with this browser is no longer. */
    static void await(HalfSignedIn half, HttpServletRequest request, Clock clock) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(
                (int) Duration.between(clock.instant(), half.until()).toSeconds());
        session.setAttribute(WAITING, half);
    }

    /** Whose code is awaited; empty if nobody's is, or their time is over. */
    static Optional<HalfSignedIn> awaited(HttpServletRequest request, Instant now) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (HalfSignedIn) session.getAttribute(WAITING))
                .filter(half -> half.until().isAfter(now));
    }

    /** Nobody's code is awaited any more. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(WAITING);
        }
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        HalfSignedIn half = awaited(request, clock.instant()).orElseThrow(SignInRefused::late);
        return secondStep.signIn(
                half, Objects.toString(request.getParameter("code"), ""), clients.buildDetails(request));
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        SignInRefused.Reason reason = refusal instanceof SignInRefused refused ? refused.reason() : null;
        if (reason == SignInRefused.Reason.LATE) {
            end(request);
            response.sendRedirect(request.getContextPath() + "/sign-in?late");
        } else {
            response.sendRedirect(
                    request.getContextPath() + PAGE + "?" + (reason == null ? "wrong" : parameter(reason)));
        }
    }

    private static String parameter(SignInRefused.Reason reason) {
        return reason == SignInRefused.Reason.NO_KEY ? "unreadable" : "wait";
    }
}
