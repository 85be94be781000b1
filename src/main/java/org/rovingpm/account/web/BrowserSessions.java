package org.rovingpm.account.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.Network;
import org.rovingpm.access.signin.SignInClient;
import org.rovingpm.access.signin.SignedInSessions;
import org.rovingpm.account.AccountSession;
import org.rovingpm.account.AccountSessions;
import org.rovingpm.account.KnownClients;
import org.rovingpm.account.SessionSettings;
import org.rovingpm.account.SignedInAccount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Looks at the session of each request anew: whoever has been deleted, has another password or other roles, or whose session is
 * over, is signed out before anything is read. Somebody with a password that another person has set gets no further than to the
 * page where they choose their own, and somebody who must have a second factor no further than to the page where they set it up.
 * Before accounts, or ways to sign in, are changed the password has to be entered again.
 */
@Component
class BrowserSessions extends SignedInSessions {

    /** Of the session: its number, as {@link AccountSessions} knows it. */
    private static final String NUMBER = "account.session";

    /** By this header pages that call the engine learn that the password has to be entered again. */
    private static final String CONFIRM = "Confirm-Password";

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private static final String ALWAYS_OPEN = "sign-out|sign-in|error|favicon\\.ico|(css|js|images)/.*";

    /** What is open to somebody who must choose a password first. */
    private static final Pattern BEFORE_CHOOSING = Pattern.compile("/(account/password|" + ALWAYS_OPEN + ")");

    /** What is open to somebody who must set up a second factor first. */
    private static final Pattern BEFORE_SETTING_UP =
            Pattern.compile("/(account/(second-factor(/.*)?|password|confirm)|" + ALWAYS_OPEN + ")");

    /** Our own pages by which it changes how somebody signs in. */
    private static final Pattern WAYS_TO_SIGN_IN =
            Pattern.compile("(/account/second-factor|/account/program-passwords|/second-factors)(/.*)?");

    private static final Pattern ACCOUNTS =
            Pattern.compile("/camunda/api/engine(/engine/[^/]+)?/(user|group|authorization)(/.*)?");
    private static final Pattern OWN_PASSWORD = Pattern.compile(".*/user/([^/]+)/credentials/?");

    private final AccountSessions sessions;
    private final KnownClients knownClients;
    private final SessionSettings settings;
    private final ObjectMapper json;
    private final boolean overTlsOnly;
    private final SecureRandom random = new SecureRandom();

    BrowserSessions(
            AccountSessions sessions,
            KnownClients knownClients,
            SessionSettings settings,
            ObjectMapper json,
            @Value("${server.servlet.session.cookie.secure}") boolean overTlsOnly) {
        this.sessions = sessions;
        this.knownClients = knownClients;
        this.settings = settings;
        this.json = json;
        this.overTlsOnly = overTlsOnly;
    }

    /** The number of the session that a request belongs to. */
    static long numberOf(HttpServletRequest request) {
        return (Long) request.getSession(false).getAttribute(NUMBER);
    }

    @Override
    public void begin(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        long version = ((SignedInAccount) person.getDetails()).version();
        long number =
                sessions.begin(person.getName(), version, BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) settings.idle().toSeconds());
        session.setAttribute(NUMBER, number);
        session.setAttribute(EndWithSession.NAME, new EndWithSession(sessions, number, person.getName()));
        String token = tokenOf(request).orElseGet(this::newToken);
        Cookie known = new Cookie(knownBrowser(overTlsOnly), token);
        known.setPath(request.getContextPath() + "/sign-in");
        known.setHttpOnly(true);
        known.setSecure(overTlsOnly);
        known.setMaxAge((int) REMEMBERED.toSeconds());
        known.setAttribute("SameSite", "Lax");
        response.addCookie(known);
        knownClients.remember(person.getName(), new SignInClient(Network.of(request.getRemoteAddr()), token, false));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !(person.getPrincipal() instanceof CurrentUser)) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        AccountSession current = numberIn(session)
                .flatMap(number -> sessions.find(number, person.getName(), groups(person)))
                .orElse(null);
        if (current == null) {
            signOut(request, response, chain, session);
            return;
        }
        sessions.used(current);
        String path = path(request);
        if (current.mustChangePassword() && !BEFORE_CHOOSING.matcher(path).matches()) {
            demand(
                    "/account/password",
                    "Choose a password of your own first: the one you have was set by somebody else.",
                    request,
                    response);
        } else if (current.mustSetUpFactor() && !BEFORE_SETTING_UP.matcher(path).matches()) {
            demand(
                    "/account/second-factor",
                    "Set up a second factor first, on the page “Your account”: your role must have one.",
                    request,
                    response);
        } else if (WAYS_TO_SIGN_IN.matcher(path).matches() && !sessions.isConfirmed(current)) {
            response.sendRedirect(request.getContextPath() + "/account/confirm?back="
                    + WAYS_TO_SIGN_IN.matcher(path).replaceFirst("$1"));
        } else if (changesAccounts(request.getMethod(), path) && !sessions.isConfirmed(current)) {
            response.setHeader(CONFIRM, "required");
            refuse(response, "Enter your password again before you change accounts, groups or rights.");
        } else {
            chain.doFilter(request, response);
            goOnAfterOwnPassword(request, response, current, person.getName(), path);
        }
    }

    private static void signOut(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, HttpSession session)
            throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        forget(session);
        if (opensPage(request) && !path(request).equals("/sign-in")) {
            response.sendRedirect(request.getContextPath() + "/sign-in?ended");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Empty also where another request of the same session has just ended it. */
    private static Optional<Long> numberIn(HttpSession session) {
        try {
            return session == null ? Optional.empty() : Optional.ofNullable((Long) session.getAttribute(NUMBER));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    private static void forget(HttpSession session) {
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException ended) {
                // Another request of the same session was faster
                return;
            }
        }
    }

    /** Leads to the page where something is to be done first; a call of a page is told so. */
    private void demand(String page, String sentence, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (opensPage(request)) {
            response.sendRedirect(request.getContextPath() + page);
        } else {
            refuse(response, sentence);
        }
    }

    /** Whoever changes their own password through the engine's applications is not signed out by that. */
    private void goOnAfterOwnPassword(
            HttpServletRequest request,
            HttpServletResponse response,
            AccountSession current,
            String person,
            String path) {
        if ("PUT".equals(request.getMethod())
                && HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            Optional.of(OWN_PASSWORD.matcher(path))
                    .filter(own -> own.matches() && own.group(1).equals(person))
                    .ifPresent(own -> sessions.goesOn(current.id()));
        }
    }

    private static List<String> groups(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    /** In the engine's API. Its questions about groups are sent as POST too. */
    private static boolean changesAccounts(String method, String path) {
        return ACCOUNTS.matcher(path).matches()
                && switch (method) {
                    case "PUT", "DELETE", "PATCH" -> true;
                    case "POST" -> path.matches(".*/(create|unlock)/?");
                    default -> false;
                };
    }

    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", "Refusal", "message", sentence));
    }

    private static boolean opensPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
    }

    /** As the server has understood it, without encoded letters. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }

    private Optional<String> tokenOf(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(knownBrowser(overTlsOnly))
                        && TOKEN.matcher(cookie.getValue()).matches()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private String newToken() {
        byte[] made = new byte[TOKEN_BYTES];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }
}
