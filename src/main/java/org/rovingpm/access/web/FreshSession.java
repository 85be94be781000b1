package org.rovingpm.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rovingpm.access.signin.SignedInSessions;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Begins the session of whoever has signed in. Nothing is left of who was signed in to the engine's web applications before, or
 * had taken the first of two steps, and people come to the page that they had asked for: on this host, whatever the cookie says that remembers it.
 */
class FreshSession extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String WEBAPP_AUTHENTICATIONS = "authenticatedUser";

    private final SignedInSessions sessions;

    FreshSession(RequestCache asked, SignedInSessions sessions) {
        this.sessions = sessions;
        setRequestCache(asked);
        setRedirectStrategy((request, response, address) -> response.sendRedirect(here(address)));
    }

    /** The address without its host. Two slashes at the beginning would be another host again. */
    static String here(String address) {
        String path = UriComponentsBuilder.fromUriString(address)
                .scheme(null)
                .host(null)
                .port(null)
                .userInfo(null)
                .build()
                .toUriString();
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        request.getSession().removeAttribute(WEBAPP_AUTHENTICATIONS);
        SecondStepFilter.end(request);
        sessions.begin(request, response, person);
        super.onAuthenticationSuccess(request, response, person);
    }
}
