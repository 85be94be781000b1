package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rovingpm.access.signin.SignInRefused;
import org.rovingpm.access.web.engine.EngineAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/**
 * Asks programs for a name and password, and never a browser: it would remember them until it is closed, past signing out, and
 * send them for any page.
 */
class AskProgramsOnly implements AuthenticationEntryPoint {

    private static final String BROWSERS = "Mozilla/";

    private final BasicAuthenticationEntryPoint asking = new BasicAuthenticationEntryPoint();

    AskProgramsOnly() {
        asking.setRealmName("Roving PM");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof SignInRefused refused) {
            if (!refused.notBefore().isZero()) {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(refused.notBefore().toSeconds()));
            }
            EngineAnswers.refuse(
                    response,
                    HttpStatus.valueOf(refused.reason().status()),
                    refused.reason().sentence());
        } else if (isBrowser(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            asking.commence(request, response, reason);
        }
    }

    private static boolean isBrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") != null
                || String.valueOf(request.getHeader(HttpHeaders.USER_AGENT)).startsWith(BROWSERS);
    }
}
