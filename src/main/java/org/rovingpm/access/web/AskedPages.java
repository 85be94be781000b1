package org.rovingpm.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Arrays;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where to go after signing in: a page that was asked for, never a script, a picture or a call of a page. A cookie remembers it,
 * so that whoever only looks in costs no session. Spring gives it a name that cannot be set, and so it gets ours on its way.
 */
class AskedPages extends CookieRequestCache {

    private static final String SPRINGS = "REDIRECT_URI";

    private final String ours;

    /** @param overTlsOnly as for the cookie of a session */
    AskedPages(boolean overTlsOnly) {
        ours = CookieNames.ofHost("asked-page", overTlsOnly);
        RequestMatcher asked = request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        RequestMatcher notAnApi =
                request -> !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")
                        && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        setRequestMatcher(new AndRequestMatcher(asked, notAnApi));
        setCookieCustomizer(cookie -> {
            cookie.setSecure(overTlsOnly || cookie.getSecure());
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        super.saveRequest(request, renaming(response));
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return super.getRequest(renaming(request), renaming(response));
    }

    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return super.getMatchingRequest(renaming(request), renaming(response));
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        super.removeRequest(renaming(request), renaming(response));
    }

    private static Cookie renamed(Cookie cookie, String name) {
        Cookie renamed = new Cookie(name, cookie.getValue());
        cookie.getAttributes().forEach(renamed::setAttribute);
        return renamed;
    }

    private HttpServletRequest renaming(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {

            @Override
            public Cookie[] getCookies() {
                Cookie[] sent = super.getCookies();
                return sent == null
                        ? null
                        : Arrays.stream(sent)
                                .filter(cookie -> !cookie.getName().equals(SPRINGS))
                                .map(cookie -> cookie.getName().equals(ours) ? renamed(cookie, SPRINGS) : cookie)
                                .toArray(Cookie[]::new);
            }
        };
    }

    private HttpServletResponse renaming(HttpServletResponse response) {
        return new HttpServletResponseWrapper(response) {

            @Override
            public void addCookie(Cookie cookie) {
                super.addCookie(cookie.getName().equals(SPRINGS) ? renamed(cookie, ours) : cookie);
            }
        };
    }
}
