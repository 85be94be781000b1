package org.rovingpm.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** After signing in nothing is left of who was signed in to the engine's web applications before. */
class FreshSession extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String WEBAPP_AUTHENTICATIONS = "authenticatedUser";

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        request.getSession().removeAttribute(WEBAPP_AUTHENTICATIONS);
        super.onAuthenticationSuccess(request, response, person);
    }
}
