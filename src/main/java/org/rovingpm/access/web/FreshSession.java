package org.rovingpm.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After signing in nothing is left of who was signed in to the engine's web applications before, and people come to the page that they
 * had asked for: on this host, whatever the cookie says that remembers it.
 */
class FreshSession extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String WEBAPP_AUTHENTICATIONS = "authenticatedUser";

    FreshSession(RequestCache asked) {
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
        super.onAuthenticationSuccess(request, response, person);
    }
}
