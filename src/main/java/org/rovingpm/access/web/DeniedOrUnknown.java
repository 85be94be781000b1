package org.rovingpm.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Tells somebody who mistypes an address that there is no such page, rather than that they may not open it. */
class DeniedOrUnknown implements AccessDeniedHandler {

    private final PageRules rules;
    private final AccessDeniedHandler denied = new AccessDeniedHandlerImpl();

    DeniedOrUnknown(PageRules rules) {
        this.rules = rules;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException) && rules.isUnknown(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            denied.handle(request, response, refusal);
        }
    }
}
